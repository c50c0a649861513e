package be.quartier.shop.orders;

import static org.assertj.core.api.Assertions.assertThat;

import be.quartier.people.Actor;
import be.quartier.shop.orders.PlaceOutcome.Placed;
import be.quartier.shop.orders.TestShop.Street;
import be.quartier.shop.orders.TestShop.Ware;
import be.quartier.testing.QuartierTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The life of each merchant's part: what one does touches no other, and the legs always come to what the lines do. */
@QuartierTest
class MerchantDeskTests {

    private static final Actor BY = new Actor.Job("test");

    @Autowired
    TestShop shop;

    @Autowired
    MerchantDesk desk;

    @Autowired
    CustomerDesk customers;

    private Street street;
    private UUID baker;
    private UUID butcher;
    private Ware bread;
    private Ware cake;
    private Ware meat;

    @BeforeEach
    void aStreet() {
        street = shop.street();
        baker = street.merchant("transfer", "at-pickup");
        butcher = street.merchant("at-pickup");
        bread = street.pieces(baker, 3_20, 60, 10);
        cake = street.pieces(baker, 12_00, 60, 4);
        meat = street.weighed(butcher, 18_90, 60, 5_000);
    }

    @Test
    void aRefusedLineChangesOnlyItsOwnLeg() {
        Order order = place();
        MerchantOrder part = street.part(order, baker);
        UUID line = part.lines().getLast().id();
        assertThat(street.in(() -> desk.accept(baker, part.id(), Set.of(line), BY)))
                .isEqualTo(Moved.DONE);
        MerchantOrder after = street.part(order, baker);
        assertThat(after.state()).isEqualTo(MerchantState.PARTLY);
        assertThat(after.totalCents()).isEqualTo(6_40);
        assertThat(after.legs()).singleElement().extracting(Leg::amountCents).isEqualTo(6_40L);
        assertThat(street.part(order, butcher).totalCents()).isEqualTo(12_29);
        assertThat(street.part(order, butcher).state()).isEqualTo(MerchantState.PLACED);
        assertThat(street.free(cake.unit())).isEqualTo(4);
        assertThat(street.in(() -> desk.accept(butcher, part.id(), Set.of(), BY)))
                .isEqualTo(Moved.UNKNOWN);
    }

    @Test
    void aHeavierPieceWaitsForTheCustomersWord() {
        Order order = place();
        MerchantOrder part = street.part(order, butcher);
        UUID line = part.lines().getFirst().id();
        street.in(() -> desk.accept(butcher, part.id(), Set.of(), BY));
        street.in(() -> desk.weigh(butcher, part.id(), line, 700, 10, BY));
        assertThat(street.part(order, butcher).totalCents()).isEqualTo(13_23);
        street.in(() -> desk.weigh(butcher, part.id(), line, 900, 10, BY));
        assertThat(street.part(order, butcher).totalCents())
                .as("not before the answer")
                .isEqualTo(13_23);
        assertThat(street.in(() -> desk.ready(butcher, part.id(), BY))).isEqualTo(Moved.NOT_NOW);
        assertThat(street.in(() -> customers.answer(order, part.id(), line, true)))
                .isEqualTo(Moved.DONE);
        assertThat(street.part(order, butcher).totalCents()).isEqualTo(17_01);
        assertThat(street.in(() -> desk.ready(butcher, part.id(), BY))).isEqualTo(Moved.DONE);
        check(order);
    }

    @Test
    void paidAndDeliveredIsSettledAndWhatWasPaidTooMuchIsOwedBack() {
        Order order = place();
        MerchantOrder part = street.part(order, baker);
        UUID leg = part.legs().getFirst().id();
        assertThat(street.in(() -> desk.paid(baker, part.id(), leg, BY))).isEqualTo(Moved.DONE);
        street.in(() -> desk.accept(baker, part.id(), Set.of(), BY));
        street.in(
                () -> desk.refuseLine(baker, part.id(), part.lines().getFirst().id(), BY));
        assertThat(street.part(order, baker).legs().getFirst().dueCents()).isEqualTo(-6_40);
        street.in(() -> desk.ready(baker, part.id(), BY));
        street.in(() -> desk.advance(baker, part.id(), MerchantState.DELIVERED, BY));
        assertThat(street.part(order, baker).state()).isEqualTo(MerchantState.DELIVERED);
        assertThat(street.in(() -> desk.refunded(baker, part.id(), leg, BY))).isEqualTo(Moved.DONE);
        assertThat(street.part(order, baker).state()).isEqualTo(MerchantState.SETTLED);
        assertThat(street.in(() -> desk.refunded(baker, part.id(), leg, BY))).isEqualTo(Moved.NOT_NOW);
        check(order);
    }

    @Test
    void acceptAndCancelAtTheSameMomentEndInOneOfThem() throws Exception {
        for (int round = 0; round < 8; round++) {
            Order order = place();
            MerchantOrder part = street.part(order, baker);
            List<Callable<Moved>> calls = new ArrayList<>();
            for (int time = 0; time < 10; time++) {
                calls.add(() -> street.in(() -> desk.accept(baker, part.id(), Set.of(), BY)));
                calls.add(() -> street.in(() -> customers.cancel(order, part.id())));
            }
            List<Moved> outcomes = new ArrayList<>();
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (Future<Moved> outcome : threads.invokeAll(calls)) {
                    outcomes.add(outcome.get());
                }
            }
            assertThat(outcomes).filteredOn(Moved.DONE::equals).hasSize(1);
            boolean cancelled = street.part(order, baker).state() == MerchantState.CANCELLED;
            assertThat(street.part(order, baker).totalCents()).isEqualTo(cancelled ? 0 : 18_40);
            check(order);
            street.in(() -> desk.refuse(baker, part.id(), "", BY));
            street.in(() -> desk.refuse(butcher, street.part(order, butcher).id(), "", BY));
        }
        assertThat(street.free(bread.unit())).isEqualTo(10);
        assertThat(street.free(meat.unit())).isEqualTo(5_000);
    }

    @Test
    void theSlotsPlaceIsFreeAgainWhenEveryMerchantRefused() {
        UUID slot = street.slot(1);
        UUID grocer = street.merchant("at-door");
        Ware jam = street.pieces(grocer, 5_00, 60, 3);
        Placed placed =
                (Placed) street.order("slot", Optional.of(slot), Map.of(), new OrderWish.Line(jam.variant(), 1));
        Order order = street.found(placed.order());
        assertThat(street.order("other", Optional.of(slot), Map.of(), new OrderWish.Line(jam.variant(), 1)))
                .isInstanceOf(PlaceOutcome.Refused.class);
        street.in(() -> desk.refuse(grocer, street.part(order, grocer).id(), "fermé", BY));
        assertThat(street.order("other", Optional.of(slot), Map.of(), new OrderWish.Line(jam.variant(), 1)))
                .isInstanceOf(Placed.class);
    }

    @Test
    void whoIsConcernedIsWrittenToOnce() throws Exception {
        Order order = place();
        street.in(() -> desk.refuse(baker, street.part(order, baker).id(), "fermé", BY));
        String mails = "select count(*) from outbox_message where commune_id = :commune";
        for (int tried = 0; tried < 100 && street.number(mails, Map.of()) < 4; tried++) {
            Thread.sleep(100);
        }
        Thread.sleep(300);
        assertThat(street.number(mails, Map.of()))
                .as("one to the customer, one to each merchant, one about the refusal")
                .isEqualTo(4);
    }

    private void check(Order order) {
        for (MerchantOrder part : street.found(order.id()).parts()) {
            assertThat(part.legs().stream().mapToLong(Leg::amountCents).sum()).isEqualTo(part.totalCents());
            assertThat(part.lines().stream().mapToLong(OrderLine::amountCents).sum())
                    .isEqualTo(part.totalCents());
        }
    }

    private Order place() {
        Placed placed = (Placed) street.order(
                UUID.randomUUID().toString(),
                Optional.empty(),
                Map.of(),
                new OrderWish.Line(bread.variant(), 2),
                new OrderWish.Line(cake.variant(), 1),
                new OrderWish.Line(meat.variant(), 650));
        return street.found(placed.order());
    }
}

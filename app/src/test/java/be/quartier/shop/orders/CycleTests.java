package be.quartier.shop.orders;

import static org.assertj.core.api.Assertions.assertThat;

import be.quartier.commune.Language;
import be.quartier.commune.Role;
import be.quartier.people.Actor;
import be.quartier.shop.OrderSource;
import be.quartier.shop.orders.PlaceOutcome.Placed;
import be.quartier.shop.orders.PlaceOutcome.Refused;
import be.quartier.shop.orders.PlaceOutcome.Why;
import be.quartier.shop.orders.TestShop.Street;
import be.quartier.shop.orders.TestShop.Ware;
import be.quartier.testing.QuartierTest;
import be.quartier.vouchers.till.Phone;
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
import org.springframework.boot.test.web.server.LocalServerPort;

/** A merchant's minimum of all orders that close together, and the ways by which it takes orders. */
@QuartierTest
class CycleTests {

    private static final Actor BY = new Actor.Job("test");
    private static final int STOCK = 100;

    @Autowired
    TestShop shop;

    @Autowired
    Cycles cycles;

    @Autowired
    MerchantDesk desk;

    @Autowired
    TypedOrders typed;

    @Autowired
    Offers offers;

    @LocalServerPort
    int port;

    private Street street;
    private UUID florist;
    private Ware roses;
    private UUID slot;
    private int placed;

    @BeforeEach
    void aFloristWhoGoesToTheMarketForSeventyEuros() {
        street = shop.street();
        florist = street.merchant("transfer", "at-door");
        terms("cycle_minimum_cents = 7000");
        roses = street.pieces(florist, 10_00, 60, STOCK);
        slot = street.slot(50);
    }

    @Test
    void ordersThatStayBelowTheMinimumAreCancelledWithANotice() throws Exception {
        MerchantOrder first = order(3);
        MerchantOrder second = order(3);
        assertThat(first.cycle())
                .contains(Cycle.open(second.cycle().orElseThrow().closesAt(), 70_00));
        assertThat(street.free(roses.unit())).isEqualTo(STOCK - 6);
        street.in(() -> cycles.close(9));
        assertThat(now(first).state()).as("not before its time").isEqualTo(MerchantState.PLACED);
        theTimeIsOver();
        for (MerchantOrder part : List.of(first, second)) {
            assertThat(now(part).state()).isEqualTo(MerchantState.CANCELLED);
            assertThat(now(part).totalCents()).isZero();
            assertThat(now(part).events())
                    .last()
                    .extracting(MerchantOrder.Event::kind)
                    .isEqualTo(EventKind.MINIMUM_MISSED);
        }
        assertThat(street.free(roses.unit())).isEqualTo(STOCK);
        assertThat(mails())
                .as("of each order, to customer and shop: that it came, that it ended")
                .isEqualTo(8);
    }

    @Test
    void togetherTheyReachItAndStay() {
        MerchantOrder first = order(3);
        MerchantOrder second = order(4);
        assertThat(street.in(() -> cycles.gathering(florist))).singleElement().satisfies(cycle -> {
            assertThat(cycle.missingCents()).isZero();
            assertThat(cycle.orders()).isEqualTo(2);
        });
        theTimeIsOver();
        assertThat(List.of(now(first), now(second))).allSatisfy(part -> {
            assertThat(part.state()).isEqualTo(MerchantState.PLACED);
            assertThat(part.cycle().orElseThrow().state()).isEqualTo(Cycle.State.REACHED);
        });
    }

    @Test
    void whatTheMerchantAcceptedIsKeptAndWhatWasRefusedDoesNotCount() {
        MerchantOrder kept = order(3);
        MerchantOrder refused = order(5);
        MerchantOrder waits = order(1);
        street.in(() -> desk.accept(florist, kept.id(), Set.of(), BY));
        street.in(() -> desk.refuse(florist, refused.id(), "", BY));
        theTimeIsOver();
        assertThat(now(kept).state()).isEqualTo(MerchantState.ACCEPTED);
        assertThat(now(waits).state()).isEqualTo(MerchantState.CANCELLED);
        assertThat(street.free(roses.unit())).isEqualTo(STOCK - 3);
    }

    @Test
    void fiftyRoundsAtOnceCancelOnceAndALateYesOfTheMerchantStandsOrFallsWhole() throws Exception {
        List<MerchantOrder> parts = new ArrayList<>();
        for (int one = 0; one < 6; one++) {
            parts.add(order(1));
        }
        close();
        List<Callable<Object>> calls = new ArrayList<>();
        for (int time = 0; time < 50; time++) {
            MerchantOrder part = parts.get(time % parts.size());
            calls.add(() -> street.in(() -> cycles.close(9)));
            calls.add(() -> street.in(() -> desk.accept(florist, part.id(), Set.of(), BY)));
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Object> outcome : threads.invokeAll(calls)) {
                assertThat(outcome.get()).isNotNull();
            }
        }
        long accepted = parts.stream()
                .filter(part -> now(part).state() == MerchantState.ACCEPTED)
                .count();
        assertThat(parts)
                .allSatisfy(
                        part -> assertThat(now(part).state()).isIn(MerchantState.ACCEPTED, MerchantState.CANCELLED));
        assertThat(street.free(roses.unit())).isEqualTo(STOCK - accepted);
        assertThat(street.number(
                        "select count(*) from order_event where commune_id = :commune and kind = 'minimum-missed'",
                        Map.of()))
                .isEqualTo(parts.size() - accepted);
    }

    @Test
    void aMerchantWithoutTheBasketIsOrderedFromByTelephone() {
        terms("channels = '{phone}', order_phone = '081 22 33 44'");
        Refused refused = Refused.of(Why.CHANNEL, "merchant", florist);
        assertThat(street.order("web", Optional.of(slot), Map.of(), line(1))).isEqualTo(refused);
        OrderWish wish = new OrderWish(
                "desk-1",
                List.of(line(1)),
                Optional.of(slot),
                new Contact("Ann", "", "0470 00 00 00", "Rue Haute 1"),
                Map.of(),
                Optional.empty(),
                Language.FR,
                Optional.empty());
        UUID by = UUID.randomUUID();
        assertThat(street.in(() -> typed.place(wish, OrderSource.COUNTER, by))).isEqualTo(refused);
        assertThat(street.in(() -> typed.place(wish, OrderSource.PHONE, by))).isInstanceOf(Placed.class);
        assertThat(street.in(() -> offers.goods(Optional.empty(), 9)))
                .as("nobody can order it by the API")
                .isEmpty();

        Phone guest = new Phone(port, "/" + street.commune.slug());
        Offer offer = street.in(() -> offers.offers(List.of(roses.variant()))).get(roses.variant());
        guest.get("/shop/p/" + java.util.Objects.requireNonNull(offer).product());
        assertThat(guest.page())
                .contains("ne prend pas de commandes par le panier", "tel:081223344")
                .doesNotContain("name=\"variant\"");
        assertThat(guest.get("/shop/m/" + florist).body()).contains("081 22 33 44", "Commander ici");
    }

    @Test
    void theBoardSaysWhatIsGatheredAndWhatWillBeCancelled() {
        order(3);
        Phone phone = new Phone(port, "/" + street.commune.slug());
        phone.signIn(street.signedIn(Role.MERCHANT, Optional.of(florist)));
        phone.get("/merchant/orders");
        assertThat(phone.page()).contains("Commandes qui attendent leur minimum", "il manque 40,00", "sera annulée");
    }

    @Test
    void nobodyIsAskedToPayBeforeTheMinimumIsReached() {
        Placed first = (Placed) street.order("first", Optional.of(slot), Map.of(), line(3));
        Phone guest = new Phone(port, "/" + street.commune.slug());
        guest.get("/orders/" + first.tracking());
        assertThat(guest.page()).contains("il manque encore 40,00", "Ne payez pas encore");
        order(4);
        guest.get("/orders/" + first.tracking());
        assertThat(guest.page()).contains("c’est atteint").doesNotContain("Ne payez pas encore");
    }

    private MerchantOrder order(int pieces) {
        Placed done = (Placed) street.order("cycle-" + placed++, Optional.of(slot), Map.of(), line(pieces));
        return street.found(done.order()).parts().getFirst();
    }

    private OrderWish.Line line(int pieces) {
        return new OrderWish.Line(roses.variant(), pieces);
    }

    private MerchantOrder now(MerchantOrder part) {
        return street.found(part.order()).parts().getFirst();
    }

    private void terms(String change) {
        street.sql(
                "update shop_terms set " + change + " where commune_id = :commune and merchant_id = :id",
                Map.of("id", florist));
    }

    private void close() {
        street.sql(
                "update merchant_order set cycle_closes_at = now() - interval '2 minutes' where commune_id = :commune",
                Map.of());
    }

    private void theTimeIsOver() {
        close();
        street.in(() -> cycles.close(9));
    }

    private long mails() throws InterruptedException {
        String some = "select count(*) from outbox_message where commune_id = :commune";
        for (int tried = 0; tried < 100 && street.number(some, Map.of()) < 8; tried++) {
            Thread.sleep(50);
        }
        return street.number(some, Map.of());
    }
}

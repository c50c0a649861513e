package be.quartier.shop.orders;

import static org.assertj.core.api.Assertions.assertThat;

import be.quartier.demo.provider.ProviderTwin.Mood;
import be.quartier.people.Actor;
import be.quartier.shop.Modality;
import be.quartier.shop.orders.PlaceOutcome.Placed;
import be.quartier.shop.orders.TestShop.Street;
import be.quartier.shop.orders.TestShop.Ware;
import be.quartier.shop.payments.OnlinePayment;
import be.quartier.shop.payments.OnlinePayments;
import be.quartier.shop.payments.PaymentKeys;
import be.quartier.shop.payments.PaymentState;
import be.quartier.shop.payments.PaymentTalks;
import be.quartier.shop.payments.PaymentTalks.Begun;
import be.quartier.testing.QuartierTest;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A leg paid at the merchant's own provider: paid once and given back once, whatever is repeated, lost, late or forged. */
@QuartierTest
class OnlinePaymentTests {

    private static final Actor BY = new Actor.Job("test");

    private final TwinServer provider = TwinServer.get();

    @Autowired
    TestShop shop;

    @Autowired
    Orders orders;

    @Autowired
    MerchantDesk desk;

    @Autowired
    CustomerDesk customers;

    @Autowired
    PaymentKeys keys;

    @Autowired
    OnlinePayments payments;

    @Autowired
    PaymentTalks talks;

    private Street street;
    private UUID baker;
    private Ware bread;
    private Ware cake;

    @BeforeEach
    void aStreet() {
        street = shop.street();
        baker = street.merchant("online", "at-pickup");
        bread = street.pieces(baker, 3_20, 60, 100);
        cake = street.pieces(baker, 12_00, 60, 100);
    }

    @AfterEach
    void well() {
        provider.twin.behave(Mood.WELL);
    }

    @Test
    void aLegIsPaidOnceHoweverOftenTheProviderCalls() throws Exception {
        Order order = paid(1, 0);
        OnlinePayment payment = payment(order);
        together(20, () -> {
            street.in(() -> talks.told(payment.provider().orElseThrow()));
            street.in(() -> {
                talks.look(payment.id());
                return true;
            });
            return street.in(() -> talks.round(10));
        });
        MerchantOrder part = part(order);
        assertThat(part.legs().getFirst().paidCents()).isEqualTo(3_20);
        assertThat(part.events())
                .filteredOn(event -> event.kind() == EventKind.PAID_ONLINE)
                .hasSize(1);
        assertThat(street.in(() -> talks.told("tr_forged"))).isFalse();
    }

    @Test
    void anOlderAnswerThatComesLateChangesNothing() throws Exception {
        street.in(() -> keys.put(baker, TwinServer.KEY, BY));
        Order order = placed(Map.of(baker, Modality.ONLINE), new OrderWish.Line(bread.variant(), 1));
        assertThat(begin(order, baker)).isInstanceOf(Begun.At.class);
        OnlinePayment payment = payment(order);
        CountDownLatch latch = new CountDownLatch(1);
        provider.heldBack.set(latch);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Boolean> late = threads.submit(() -> look(payment));
            Instant until = Instant.now().plus(Duration.ofSeconds(5));
            while (provider.heldBack.get() != null && Instant.now().isBefore(until)) {
                Thread.onSpinWait();
            }
            provider.twin.press(payment.provider().orElseThrow(), "paid");
            look(payment);
            latch.countDown();
            late.get();
        }
        assertThat(payment(order).state()).isEqualTo(PaymentState.PAID);
        assertThat(part(order).legs().getFirst().paidCents()).isEqualTo(3_20);
    }

    @Test
    void thePayButtonPressedFiftyTimesAtOnceMakesOnePayment() throws Exception {
        street.in(() -> keys.put(baker, TwinServer.KEY, BY));
        Order order = placed(Map.of(baker, Modality.ONLINE), new OrderWish.Line(bread.variant(), 1));
        List<Begun> begun = together(50, () -> begin(order, baker));
        assertThat(begun).allMatch(Begun.At.class::isInstance).containsOnly(begun.getFirst());
        assertThat(provider.twin.newest(1_000))
                .filteredOn(one -> one.description().equals(order.number()))
                .hasSize(1);
    }

    @Test
    void whatWasPaidTooMuchGoesBackOnceEvenWhenTheProvidersAnswerIsLost() throws Exception {
        Order order = paid(2, 1);
        MerchantOrder part = part(order);
        look(payment(order));
        street.in(() ->
                desk.accept(baker, part.id(), Set.of(part.lines().getFirst().id()), BY));
        assertThat(part(order).legs().getFirst().dueCents()).isEqualTo(-6_40);
        assertThat(payments()).isZero();
        provider.twin.behave(Mood.FORGETFUL);
        together(5, () -> street.in(() -> desk.ready(baker, part.id(), BY)));
        street.in(() -> talks.round(10));
        provider.twin.behave(Mood.WELL);
        until(() -> part(order).legs().getFirst().dueCents() == 0);
        Leg leg = part(order).legs().getFirst();
        assertThat(leg.refundedCents()).isEqualTo(6_40);
        String id = payment(order).provider().orElseThrow();
        assertThat(provider.twin.find(id).orElseThrow().refunds()).hasSize(1);
        assertThat(provider.twin.keptCents(Set.of(id))).isEqualTo(leg.amountCents());
        street.in(() -> desk.advance(baker, part.id(), MerchantState.DELIVERED, BY));
        assertThat(part(order).state()).isEqualTo(MerchantState.SETTLED);
    }

    @Test
    void moneyThatComesAfterTheShopDeclinedGoesBack() {
        street.in(() -> keys.put(baker, TwinServer.KEY, BY));
        Order order = placed(Map.of(baker, Modality.ONLINE), new OrderWish.Line(bread.variant(), 1));
        begin(order, baker);
        street.in(() -> desk.refuse(baker, part(order).id(), "", BY));
        OnlinePayment payment = payment(order);
        provider.twin.press(payment.provider().orElseThrow(), "paid");
        look(payment);
        until(() -> part(order).legs().getFirst().refundedCents() == 3_20);
        assertThat(provider.twin.keptCents(Set.of(payment.provider().orElseThrow())))
                .isZero();
    }

    @Test
    void whatTheProviderDoesNotGiveBackIsTheMerchantsToDo() {
        Order order = paid(2, 1);
        look(payment(order));
        MerchantOrder part = part(order);
        UUID leg = part.legs().getFirst().id();
        provider.twin.behave(Mood.NO_REFUNDS);
        street.in(() ->
                desk.accept(baker, part.id(), Set.of(part.lines().getFirst().id()), BY));
        assertThat(street.in(() -> desk.refunded(baker, part.id(), leg, BY)))
                .as("the provider is asked first")
                .isEqualTo(Moved.NOT_NOW);
        street.in(() -> desk.ready(baker, part.id(), BY));
        until(() -> street.in(() -> payments.leg(leg)).failedCents() == 6_40);
        assertThat(part(order).legs().getFirst().dueCents()).isEqualTo(-6_40);
        assertThat(street.in(() -> desk.refunded(baker, part.id(), leg, BY))).isEqualTo(Moved.DONE);
        assertThat(street.in(() -> desk.refunded(baker, part.id(), leg, BY))).isEqualTo(Moved.NOT_NOW);
        look(payment(order));
        assertThat(part(order).legs().getFirst().refundedCents())
                .as("what went back by hand is remembered")
                .isEqualTo(6_40);
    }

    @Test
    void aRefundThatFailsAtTheBankIsOwedAgain() {
        Order order = paid(2, 1);
        look(payment(order));
        MerchantOrder part = part(order);
        street.in(() -> desk.refuse(baker, part.id(), "", BY));
        until(() -> part(order).legs().getFirst().dueCents() == 0);
        provider.twin.behave(Mood.FAILING_REFUNDS);
        provider.twin.night();
        look(payment(order));
        Leg leg = part(order).legs().getFirst();
        assertThat(leg.dueCents()).isEqualTo(-18_40);
        assertThat(street.in(() -> payments.leg(leg.id())).failedCents()).isEqualTo(18_40);
        assertThat(part(order).events())
                .filteredOn(event -> event.kind() == EventKind.REFUND_FAILED)
                .hasSize(1);
    }

    /** An order of so many loaves and cakes, paid at the provider, which has not called yet. */
    private Order paid(int loaves, int cakes) {
        street.in(() -> keys.put(baker, TwinServer.KEY, BY));
        OrderWish.Line first = new OrderWish.Line(bread.variant(), loaves);
        Order order = cakes == 0
                ? placed(Map.of(baker, Modality.ONLINE), first)
                : placed(Map.of(baker, Modality.ONLINE), first, new OrderWish.Line(cake.variant(), cakes));
        assertThat(begin(order, baker)).isInstanceOf(Begun.At.class);
        assertThat(provider.twin.press(payment(order).provider().orElseThrow(), "paid"))
                .isTrue();
        return order;
    }

    private Order placed(Map<UUID, Modality> ways, OrderWish.Line... lines) {
        Placed placed = (Placed) street.order(UUID.randomUUID().toString(), Optional.empty(), ways, lines);
        return street.in(() -> orders.find(placed.order())).orElseThrow();
    }

    private Begun begin(Order order, UUID merchant) {
        MerchantOrder part = street.in(() -> orders.find(order.id())).orElseThrow().parts().stream()
                .filter(one -> one.merchant().equals(merchant))
                .findFirst()
                .orElseThrow();
        OnlinePayment wanted = street.in(() ->
                        customers.pay(order, part.id(), part.legs().getFirst().id()))
                .orElseThrow();
        return street.in(() -> talks.begin(
                wanted.id(), order.number(), "fr_BE", URI.create("https://shop.example/back"), Optional.empty()));
    }

    private boolean look(OnlinePayment payment) {
        return street.in(() -> {
            talks.look(payment.id());
            return true;
        });
    }

    private OnlinePayment payment(Order order) {
        UUID leg = part(order).legs().getFirst().id();
        return street.in(() -> payments.of(leg)).getFirst();
    }

    private MerchantOrder part(Order order) {
        return street.in(() -> orders.find(order.id())).orElseThrow().parts().getFirst();
    }

    private long payments() {
        return street.number("select count(*) from online_refund where commune_id = :commune", Map.of());
    }

    /** Lets refunds be tried again at once, in this commune, until it is so. */
    private void until(java.util.function.BooleanSupplier so) {
        Instant until = Instant.now().plus(Duration.ofSeconds(10));
        while (!so.getAsBoolean() && Instant.now().isBefore(until)) {
            street.sql(
                    "update online_refund set try_at = now() - interval '1 second'"
                            + " where commune_id = :commune and try_at is not null",
                    Map.of());
            street.in(() -> talks.round(10));
        }
        assertThat(so.getAsBoolean()).isTrue();
    }

    private static <T> List<T> together(int times, Callable<T> call) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<T> all = new java.util.ArrayList<>();
            for (Future<T> one : threads.invokeAll(java.util.Collections.nCopies(times, call))) {
                all.add(one.get());
            }
            return all;
        }
    }
}

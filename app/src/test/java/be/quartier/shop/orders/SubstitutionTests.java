package be.quartier.shop.orders;

import static org.assertj.core.api.Assertions.assertThat;

import be.quartier.commune.Role;
import be.quartier.people.Actor;
import be.quartier.shop.orders.PlaceOutcome.Placed;
import be.quartier.shop.orders.TestShop.Street;
import be.quartier.shop.orders.TestShop.Ware;
import be.quartier.testing.QuartierTest;
import be.quartier.vouchers.till.Phone;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
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

/** Another article in place of a missing one: by the terms of the order, never dearer without a yes, stock and legs exact. */
@QuartierTest
class SubstitutionTests {

    private static final Actor BY = new Actor.Job("test");

    @Autowired
    TestShop shop;

    @Autowired
    MerchantDesk desk;

    @Autowired
    Substitutions substitutions;

    @Autowired
    CustomerDesk customers;

    @Autowired
    Orders orders;

    @LocalServerPort
    int port;

    private final Map<UUID, String> trackings = new HashMap<>();
    private Street street;
    private UUID baker;
    private Ware grey;
    private Ware white;
    private Ware cake;

    @BeforeEach
    void aStreet() {
        street = shop.street();
        baker = street.merchant("transfer", "at-pickup");
        grey = street.pieces(baker, 3_20, 60, 10);
        white = street.pieces(baker, 3_00, 60, 10);
        cake = street.pieces(baker, 12_00, 210, 10);
    }

    @Test
    void withoutTheTermsNothingIsReplaced() {
        MerchantOrder part = accepted("never", 2);
        assertThat(propose(part, white, 2)).isEqualTo(SwapOutcome.NEVER);
        assertThat(now(part).totalCents()).isEqualTo(18_40);
        check(part, 8, 10, 9);
    }

    @Test
    void notDearerIsPutAtOnceWhereTheTermsAllowIt() {
        MerchantOrder part = accepted("allowed", 2);
        assertThat(propose(part, white, 2)).isEqualTo(SwapOutcome.GIVEN);
        assertThat(now(part).totalCents()).isEqualTo(18_00);
        assertThat(now(part).state()).isEqualTo(MerchantState.ACCEPTED);
        check(part, 10, 8, 9);
        assertThat(propose(part, white, 1)).as("once for a line").isEqualTo(SwapOutcome.NOT_NOW);
        assertThat(street.in(() -> desk.ready(baker, part.id(), BY))).isEqualTo(Moved.DONE);
    }

    @Test
    void dearerWaitsForAYesWhateverTheTerms() {
        MerchantOrder part = accepted("allowed", 2);
        assertThat(propose(part, white, 3)).isEqualTo(SwapOutcome.ASKED);
        assertThat(now(part).totalCents()).as("not before the answer").isEqualTo(18_40);
        check(part, 8, 7, 9);
        assertThat(street.in(() -> desk.ready(baker, part.id(), BY))).isEqualTo(Moved.NOT_NOW);
        assertThat(answer(part, true)).isEqualTo(Moved.DONE);
        assertThat(now(part).totalCents()).isEqualTo(21_00);
        check(part, 10, 7, 9);
        assertThat(answer(part, true)).as("answered once").isEqualTo(Moved.NOT_NOW);
    }

    @Test
    void aNoOrSilenceLeavesTheLineOutAndGivesAllOfItBack() {
        MerchantOrder refused = accepted("on-consent", 2);
        assertThat(propose(refused, white, 1)).isEqualTo(SwapOutcome.ASKED);
        assertThat(answer(refused, false)).isEqualTo(Moved.DONE);
        assertThat(now(refused).totalCents()).isEqualTo(12_00);
        assertThat(now(refused).state()).isEqualTo(MerchantState.PARTLY);
        check(refused, 10, 10, 9);
        MerchantOrder forgotten = accepted("on-consent", 2);
        propose(forgotten, white, 1);
        assertThat(street.in(() -> substitutions.lapse(9)))
                .as("not before its time")
                .isZero();
        street.sql(
                "update order_substitute set answer_by = now() - interval '1 minute' where commune_id = :commune",
                Map.of());
        street.in(() -> substitutions.lapse(9));
        assertThat(now(forgotten).lines().getFirst().live()).isFalse();
        check(forgotten, 10, 10, 8);
        assertThat(street.in(() -> desk.ready(baker, forgotten.id(), BY))).isEqualTo(Moved.DONE);
    }

    @Test
    void whatIsScarceOrAnotherShopsOrComesToNothingChangesNothing() {
        Ware foreign = street.pieces(street.merchant("at-pickup"), 1_00, 60, 10);
        Ware order = street.pieces(baker, 2_00, 60, -1);
        MerchantOrder part = accepted("allowed", 2);
        assertThat(propose(part, foreign, 1)).isEqualTo(SwapOutcome.UNKNOWN);
        assertThat(propose(part, cake, 11)).isEqualTo(SwapOutcome.SCARCE);
        assertThat(propose(part, white, 0)).isEqualTo(SwapOutcome.QUANTITY);
        check(part, 8, 10, 9);
        assertThat(propose(part, order, 1)).as("made to order").isEqualTo(SwapOutcome.GIVEN);
        check(part, 10, 10, 9);
        street.in(() -> desk.refuse(baker, part.id(), "", BY));
        check(part, 10, 10, 10);
    }

    @Test
    void aRefusedOrderGivesBackWhatWasProposedToo() {
        MerchantOrder part = accepted("on-consent", 2);
        propose(part, white, 4);
        street.in(() -> desk.refuse(baker, part.id(), "fermé", BY));
        check(part, 10, 10, 10);
        assertThat(answer(part, true)).isEqualTo(Moved.NOT_NOW);
        MerchantOrder line = accepted("on-consent", 2);
        propose(line, white, 4);
        street.in(
                () -> desk.refuseLine(baker, line.id(), line.lines().getFirst().id(), BY));
        check(line, 10, 10, 9);
    }

    @Test
    void everybodyAtOnceEndsInOneAnswerAndNothingIsLost() throws Exception {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int round = 0; round < 6; round++) {
            MerchantOrder one = accepted("on-consent", 2);
            MerchantOrder other = accepted("allowed", 1);
            propose(one, white, 3);
            List<Callable<Object>> calls = new ArrayList<>();
            for (int time = 0; time < 10; time++) {
                boolean takes = random.nextBoolean();
                calls.add(() -> answer(one, takes));
                calls.add(() -> propose(other, white, 1));
                calls.add(() -> street.in(() ->
                        desk.refuseLine(baker, one.id(), one.lines().getFirst().id(), BY)));
            }
            calls.add(() -> street.in(() -> desk.refuse(baker, other.id(), "", BY)));
            Collections.shuffle(calls, random);
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (Future<Object> outcome : threads.invokeAll(calls)) {
                    assertThat(outcome.get()).isNotNull();
                }
            }
            sums(one);
            sums(other);
            street.in(() -> desk.refuse(baker, one.id(), "", BY));
            assertThat(List.of(street.free(grey.unit()), street.free(white.unit()), street.free(cake.unit())))
                    .as("seed " + seed)
                    .containsExactly(10L, 10L, 10L);
        }
    }

    @Test
    void theCustomerAnswersFromTheTrackingPage() {
        MerchantOrder part = accepted("on-consent", 2);
        Phone phone = new Phone(port, "/" + street.commune.slug());
        phone.signIn(street.signedIn(Role.MERCHANT, Optional.of(baker)));
        String line = part.lines().getFirst().id().toString();
        String page = "/merchant/orders/" + part.id() + "/swap/" + line;
        assertThat(phone.get(page).body())
                .contains("il répond par oui ou non", white.variant().toString());
        phone.post(page, Map.of("variant", white.variant().toString(), "quantity", "3"));
        assertThat(phone.page()).contains("La question est partie au client", "Proposé à la place");
        String tracking = Objects.requireNonNull(trackings.get(part.order()));
        Phone guest = new Phone(port, "/" + street.commune.slug());
        guest.get("/orders/" + tracking);
        assertThat(guest.page()).contains("Prenez-vous à la place", "2,60", "sans réponse");
        guest.post("/orders/" + tracking + "/swap", Map.of("takes", "yes"));
        assertThat(guest.page()).contains("Votre réponse est chez le commerce", "Remplacé par", "21,00");
    }

    /** Two greys (or so many) and a cake, accepted under these terms. */
    private MerchantOrder accepted(String terms, int greys) {
        street.sql(
                "update shop_terms set substitution = :terms where commune_id = :commune and merchant_id = :merchant",
                Map.of("terms", terms, "merchant", baker));
        Placed placed = (Placed) street.order(
                UUID.randomUUID().toString(), Optional.empty(), Map.of(), line(grey, greys), line(cake, 1));
        trackings.put(placed.order(), placed.tracking());
        MerchantOrder part = street.in(() -> orders.find(placed.order()))
                .orElseThrow()
                .parts()
                .getFirst();
        street.in(() -> desk.accept(baker, part.id(), Set.of(), BY));
        return part;
    }

    private SwapOutcome propose(MerchantOrder part, Ware ware, long quantity) {
        UUID line = part.lines().getFirst().id();
        return street.in(() -> substitutions.propose(baker, part.id(), line, ware.variant(), quantity, BY));
    }

    private Moved answer(MerchantOrder part, boolean takes) {
        Order order = street.in(() -> orders.find(part.order())).orElseThrow();
        UUID line = part.lines().getFirst().id();
        return street.in(() -> substitutions.answer(order, part.id(), line, takes));
    }

    private MerchantOrder now(MerchantOrder part) {
        return street.in(() -> desk.part(baker, part.id())).orElseThrow();
    }

    private void check(MerchantOrder part, long greys, long whites, long cakes) {
        assertThat(List.of(street.free(grey.unit()), street.free(white.unit()), street.free(cake.unit())))
                .containsExactly(greys, whites, cakes);
        sums(part);
    }

    private void sums(MerchantOrder part) {
        MerchantOrder now = now(part);
        long lines = now.lines().stream().mapToLong(OrderLine::amountCents).sum();
        assertThat(now.totalCents()).isEqualTo(lines);
        assertThat(now.legs().stream().mapToLong(Leg::amountCents).sum()).isEqualTo(lines);
    }

    private static OrderWish.Line line(Ware ware, long quantity) {
        return new OrderWish.Line(ware.variant(), quantity);
    }
}

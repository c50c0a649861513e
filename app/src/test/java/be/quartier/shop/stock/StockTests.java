package be.quartier.shop.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.quartier.commune.Commune;
import be.quartier.commune.Tenancy;
import be.quartier.shop.stock.Reservation.State;
import be.quartier.shop.stock.ReserveOutcome.Held;
import be.quartier.shop.stock.ReserveOutcome.KeyReused;
import be.quartier.shop.stock.ReserveOutcome.Shortage;
import be.quartier.testing.QuartierTest;
import be.quartier.testing.TestCommunes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Many buyers at once for the last units: never one too many, never one lost. */
@QuartierTest
class StockTests {

    private static final int BUYERS = 300;
    private static final Duration HOLD = Duration.ofMinutes(10);

    @Autowired
    Stock stock;

    @Autowired
    TestCommunes communes;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JdbcClient jdbc;

    private Commune commune;

    @BeforeEach
    void aCommune() {
        commune = communes.fresh();
    }

    @Test
    void threeHundredBuyersOfTheLastTenPiecesTakeTen() throws Exception {
        UUID unit = unit(10);
        List<Callable<ReserveOutcome>> calls = new ArrayList<>();
        for (int buyer = 0; buyer < BUYERS; buyer++) {
            String key = "buyer-" + buyer;
            calls.add(() -> in(() -> stock.sell(key, List.of(new Want(unit, 1)))));
        }
        List<ReserveOutcome> outcomes = together(calls);
        assertThat(outcomes).filteredOn(Held.class::isInstance).hasSize(10);
        assertThat(outcomes).filteredOn(Shortage.class::isInstance).hasSize(BUYERS - 10);
        assertThat(free(unit)).isZero();
        assertThat(rows("taken")).isEqualTo(10);
    }

    @Test
    void bundlesThatShareAPartNeverTakeMoreThanThereIs() throws Exception {
        UUID cheese = unit(40);
        UUID beer = unit(50);
        UUID places = unit(30);
        List<Callable<ReserveOutcome>> calls = new ArrayList<>();
        Random random = new Random(7);
        for (int buyer = 0; buyer < BUYERS; buyer++) {
            String key = "bundle-" + buyer;
            List<Want> wants = new ArrayList<>(List.of(new Want(cheese, 1), new Want(beer, 2), new Want(places, 1)));
            Collections.shuffle(wants, random);
            calls.add(() -> in(() -> stock.sell(key, wants)));
        }
        assertThat(together(calls)).filteredOn(Held.class::isInstance).hasSize(25);
        assertThat(free(cheese)).isEqualTo(15);
        assertThat(free(beer)).isZero();
        assertThat(free(places)).isEqualTo(5);
    }

    @Test
    void twoLinesOfOneVariantAreOneWant() {
        UUID unit = unit(5);
        assertThat(in(() -> stock.sell("k", List.of(new Want(unit, 3), new Want(unit, 3)))))
                .isEqualTo(new Shortage(Set.of(unit)));
        assertThat(free(unit)).isEqualTo(5);
        assertThat(in(() -> stock.sell("k", List.of(new Want(unit, 3), new Want(unit, 2)))))
                .isInstanceOf(Held.class);
        assertThat(free(unit)).isZero();
    }

    @Test
    void aShortageLeavesNoTraceAndNamesWhatIsMissing() {
        UUID plenty = unit(100);
        UUID scarce = unit(1);
        assertThat(in(() -> stock.reserve("k", List.of(new Want(plenty, 4), new Want(scarce, 2)), HOLD)))
                .isEqualTo(new Shortage(Set.of(scarce)));
        assertThat(free(plenty)).isEqualTo(100);
        assertThat(in(() -> stock.reserve("k", List.of(new Want(plenty, 4)), HOLD)))
                .isInstanceOf(Held.class);
        UUID nowhere = UUID.randomUUID();
        assertThat(in(() -> stock.reserve("l", List.of(new Want(nowhere, 1)), HOLD)))
                .isEqualTo(new Shortage(Set.of(nowhere)));
    }

    @Test
    void oneKeySentFiftyTimesAtOnceHoldsOnce() throws Exception {
        UUID unit = unit(100);
        List<Callable<ReserveOutcome>> calls =
                Collections.nCopies(50, () -> in(() -> stock.reserve("same", List.of(new Want(unit, 2)), HOLD)));
        Set<UUID> ids = new HashSet<>();
        for (ReserveOutcome outcome : together(calls)) {
            ids.add(((Held) outcome).reservation().id());
        }
        assertThat(ids).hasSize(1);
        assertThat(free(unit)).isEqualTo(98);
        assertThat(in(() -> stock.reserve("same", List.of(new Want(unit, 3)), HOLD)))
                .isInstanceOf(KeyReused.class);
    }

    @Test
    void expiryAndPurchaseRaceForOneReservationAndOneWins() throws Exception {
        for (int round = 0; round < 20; round++) {
            UUID unit = unit(3);
            String key = "race-" + round;
            Held held = (Held) in(() -> stock.reserve(key, List.of(new Want(unit, 3)), Duration.ofMillis(-1)));
            UUID id = held.reservation().id();
            List<Callable<Boolean>> calls = new ArrayList<>();
            for (int time = 0; time < 8; time++) {
                calls.add(() -> in(() -> stock.take(id)));
                calls.add(() -> in(() -> stock.release(id)));
                calls.add(() -> in(() -> stock.expire(100) > 0));
            }
            Collections.shuffle(calls, new Random(round));
            together(calls);
            State state = in(() -> stock.find(id).orElseThrow().state());
            assertThat(state).isNotEqualTo(State.HELD);
            assertThat(free(unit)).as("round %s, %s", round, state).isEqualTo(state == State.TAKEN ? 0 : 3);
        }
    }

    @Test
    void whatIsHeldBeyondItsTimeIsFreeWithinFiveSeconds() throws Exception {
        UUID unit = unit(1);
        in(() -> stock.reserve("gone", List.of(new Want(unit, 1)), Duration.ofMillis(500)));
        assertThat(free(unit)).isZero();
        Instant latest = Instant.now().plusMillis(5_500);
        while (free(unit) == 0 && Instant.now().isBefore(latest)) {
            Thread.sleep(100);
        }
        assertThat(free(unit)).as("the round freed it").isEqualTo(1);
        assertThat(in(() -> stock.sell("other", List.of(new Want(unit, 1))))).isInstanceOf(Held.class);
    }

    @Test
    void aCrashBetweenAnyTwoStatementsLosesNothing() {
        UUID unit = unit(10);
        assertThatThrownBy(() -> in(() -> transactions.execute(_ -> {
                    stock.sell("crash", List.of(new Want(unit, 4)));
                    throw new IllegalStateException("the plug is pulled");
                })))
                .hasMessage("the plug is pulled");
        assertThat(free(unit)).isEqualTo(10);
        Held sold = (Held) in(() -> stock.sell("crash", List.of(new Want(unit, 4))));
        assertThatThrownBy(() -> in(() -> transactions.execute(_ -> {
                    stock.takeBack(sold.reservation().id(), List.of(new Want(unit, 1)));
                    throw new IllegalStateException("the plug is pulled");
                })))
                .hasMessage("the plug is pulled");
        assertThat(free(unit)).isEqualTo(6);
    }

    @Test
    void noMoreComesBackThanWasSold() {
        UUID unit = unit(10);
        UUID id = ((Held) in(() -> stock.sell("k", List.of(new Want(unit, 4)))))
                .reservation()
                .id();
        assertThat(in(() -> stock.takeBack(id, List.of(new Want(unit, 3))))).isTrue();
        assertThat(in(() -> stock.takeBack(id, List.of(new Want(unit, 2))))).isFalse();
        assertThat(free(unit)).isEqualTo(9);
        assertThat(in(() -> stock.change(unit, -10))).isFalse();
        assertThat(in(() -> stock.change(unit, -9))).isTrue();
        assertThat(free(unit)).isZero();
    }

    @Test
    void theDatabaseItselfRefusesLessThanNothing() {
        UUID unit = unit(1);
        assertThatThrownBy(() -> in(() -> transactions.execute(
                        _ -> jdbc.sql("update reservable_unit set available = -1 where commune_id = ? and id = ?")
                                .params(commune.id().value(), unit)
                                .update())))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    private UUID unit(long available) {
        return in(() -> stock.create(Stock.Kind.STOCK, available));
    }

    private long free(UUID unit) {
        Map<UUID, Long> free = in(() -> stock.available(List.of(unit)));
        return free.getOrDefault(unit, -1L);
    }

    private long rows(String state) {
        return in(() -> transactions.execute(
                _ -> jdbc.sql("select count(*) from reservation where commune_id = ? and state = ?")
                        .params(commune.id().value(), state)
                        .query(Long.class)
                        .single()));
    }

    private <T> T in(Supplier<T> work) {
        return Tenancy.in(commune.id(), work);
    }

    private static <T> List<T> together(List<Callable<T>> calls) throws Exception {
        List<T> outcomes = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<T> outcome : threads.invokeAll(calls)) {
                outcomes.add(outcome.get());
            }
        }
        return outcomes;
    }
}

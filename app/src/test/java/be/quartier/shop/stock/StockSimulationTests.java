package be.quartier.shop.stock;

import static org.assertj.core.api.Assertions.assertThat;

import be.quartier.commune.Commune;
import be.quartier.commune.Tenancy;
import be.quartier.shop.stock.ReserveOutcome.Held;
import be.quartier.testing.QuartierTest;
import be.quartier.testing.TestCommunes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Seeded shops in motion: buyers who hold, buy, give up, are too late or crash, shops that take back and count their shelves; the
 * law free + held + sold = put in is read from the database again and again. {@code -Dquartier.stock.histories} for more,
 * {@code -Dquartier.stock.seed} to replay.
 */
@QuartierTest
class StockSimulationTests {

    private static final int HISTORIES = Integer.getInteger("quartier.stock.histories", 6);
    private static final long SEED = Long.getLong("quartier.stock.seed", 20261123L);
    private static final int BUYERS = 8;
    private static final int STEPS = 40;
    private static final int UNITS = 4;

    private static final String LAW = """
            select u.id, u.available,
              coalesce((select sum(q.quantity) from reservation r, unnest(r.units, r.quantities) as q (unit, quantity)
                where r.commune_id = u.commune_id and r.state in ('held', 'taken') and q.unit = u.id), 0) as promised
            from reservable_unit u
            where u.commune_id = ?
            """;

    @Autowired
    Stock stock;

    @Autowired
    TestCommunes communes;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JdbcClient jdbc;

    @Test
    void freeAndHeldAndSoldIsAlwaysWhatWasPutIn() throws Exception {
        for (int history = 0; history < HISTORIES; history++) {
            run(SEED + history);
        }
    }

    private record Shelf(UUID unit, AtomicLong put) {}

    private void run(long seed) throws Exception {
        Commune commune = communes.fresh();
        List<Shelf> shelves = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(seed);
        for (int unit = 0; unit < UNITS; unit++) {
            long put = random.nextInt(5, 60);
            shelves.add(new Shelf(in(commune, () -> stock.create(Stock.Kind.STOCK, put)), new AtomicLong(put)));
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> buyers = new ArrayList<>();
            for (int buyer = 0; buyer < BUYERS; buyer++) {
                SplittableRandom own = random.split();
                String name = "b" + buyer;
                buyers.add(threads.submit(() -> live(commune, shelves, own, name)));
            }
            for (Future<?> buyer : buyers) {
                buyer.get();
            }
        }
        check(commune, shelves, seed);
        in(commune, () -> stock.expire(10_000));
        check(commune, shelves, seed);
    }

    private void live(Commune commune, List<Shelf> shelves, SplittableRandom random, String name) {
        List<UUID> held = new ArrayList<>();
        for (int step = 0; step < STEPS; step++) {
            String key = name + "-" + step;
            List<Want> wants = wants(shelves, random);
            switch (random.nextInt(8)) {
                case 0, 1, 2 -> keep(in(commune, () -> stock.reserve(key, wants, Duration.ofMinutes(5))), held);
                case 3 -> keep(in(commune, () -> stock.sell(key, wants)), held);
                case 4 -> any(held, random, id -> in(commune, () -> stock.take(id)));
                case 5 -> any(held, random, id -> in(commune, () -> stock.release(id)));
                case 6 -> any(held, random, id -> in(commune, () -> stock.takeBack(id, wants)));
                default -> odd(commune, shelves, random, key, wants);
            }
        }
    }

    private void odd(Commune commune, List<Shelf> shelves, SplittableRandom random, String key, List<Want> wants) {
        Shelf shelf = shelves.get(random.nextInt(UNITS));
        switch (random.nextInt(3)) {
            case 0 -> {
                long delta = random.nextInt(-5, 10);
                if (in(commune, () -> stock.change(shelf.unit(), delta))) {
                    shelf.put().addAndGet(delta);
                }
            }
            case 1 ->
                in(commune, () -> {
                    stock.reserve(key, wants, Duration.ofSeconds(-1));
                    return stock.expire(3);
                });
            default ->
                in(
                        commune,
                        () -> transactions.execute(status -> {
                            stock.sell(key, wants);
                            status.setRollbackOnly();
                            return true;
                        }));
        }
    }

    private static List<Want> wants(List<Shelf> shelves, SplittableRandom random) {
        List<Want> wants = new ArrayList<>();
        for (int line = random.nextInt(1, 5); line > 0; line--) {
            wants.add(new Want(shelves.get(random.nextInt(UNITS)).unit(), random.nextInt(1, 4)));
        }
        return wants;
    }

    private static void keep(ReserveOutcome outcome, List<UUID> held) {
        if (outcome instanceof Held(Reservation reservation, boolean _)) {
            held.add(reservation.id());
        }
    }

    private static void any(List<UUID> held, SplittableRandom random, java.util.function.Consumer<UUID> act) {
        if (!held.isEmpty()) {
            act.accept(held.get(random.nextInt(held.size())));
        }
    }

    private void check(Commune commune, List<Shelf> shelves, long seed) {
        Map<UUID, Long> found = new java.util.HashMap<>();
        in(
                commune,
                () -> transactions.execute(_ -> {
                    jdbc.sql(LAW).params(commune.id().value()).query((java.sql.ResultSet row) -> {
                        assertThat(row.getLong(2)).as("seed %s", seed).isNotNegative();
                        found.put(row.getObject(1, UUID.class), row.getLong(2) + row.getLong(3));
                    });
                    return true;
                }));
        for (Shelf shelf : shelves) {
            assertThat(found.get(shelf.unit()))
                    .as("seed %s", seed)
                    .isEqualTo(shelf.put().get());
        }
    }

    private static <T> T in(Commune commune, Supplier<T> work) {
        return Tenancy.in(commune.id(), work);
    }
}

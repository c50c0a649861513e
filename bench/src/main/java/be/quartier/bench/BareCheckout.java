package be.quartier.bench;

import be.quartier.bench.CheckoutBench.Goods;
import be.quartier.installation.DatabaseAccess;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The baseline: the same orders as the fewest hand-written statements on the same tables, as the same role behind the same
 * row-level security, over as many connections as the application has. No HTTP, no JSON, no rules, no audit.
 */
final class BareCheckout {

    private static final int CONNECTIONS = 20;

    private final DatabaseAccess access;

    BareCheckout(DatabaseAccess access) {
        this.access = access;
    }

    /** All buyers at once; how long each took, waiting for a connection included. */
    List<Long> wave(Goods goods, int buyers) throws Exception {
        BlockingQueue<Connection> pool = new ArrayBlockingQueue<>(CONNECTIONS);
        for (int at = 0; at < CONNECTIONS; at++) {
            Connection connection = access.connectAsApp();
            connection.setAutoCommit(false);
            pool.add(connection);
        }
        List<Callable<Long>> calls = new ArrayList<>();
        for (int buyer = 0; buyer < buyers; buyer++) {
            int number = buyer;
            calls.add(() -> {
                long before = System.nanoTime();
                Connection connection = pool.take();
                try {
                    buy(connection, goods, number);
                } finally {
                    pool.add(connection);
                }
                return System.nanoTime() - before;
            });
        }
        List<Long> nanos = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Long> one : threads.invokeAll(calls)) {
                nanos.add(one.get());
            }
        }
        for (Connection connection : pool) {
            connection.close();
        }
        return nanos;
    }

    private static void buy(Connection connection, Goods goods, int buyer) throws SQLException {
        int quantity = buyer % 10 < 4 ? 2 : 1;
        try (Statement begin = connection.createStatement()) {
            begin.execute("set local app.commune = '" + Town.COMMUNE.value() + "'");
        }
        boolean placed =
                take(connection, goods.unit(), quantity) && (buyer % 5 != 4 || take(connection, goods.places(), 1));
        if (!placed) {
            connection.rollback();
            return;
        }
        UUID order = UUID.randomUUID();
        UUID part = UUID.randomUUID();
        execute(
                connection,
                """
                insert into shop_order (commune_id, id, key, request, number, placed_at, language, tracking_hash, placed_cents,
                  answer)
                values (?, ?, ?, decode(repeat('00', 32), 'hex'), 'AAAA-AAAA', now(), 'fr', decode(?, 'hex'), 350, '')
                """,
                Town.COMMUNE.value(),
                order,
                order.toString(),
                (order.toString() + part).replace("-", ""));
        execute(connection, """
            insert into merchant_order (commune_id, id, order_id, merchant_id, state, placed_cents, total_cents, ready_at,
              placed_at, changed_at)
            values (?, ?, ?, ?, 'placed', 350, 350, now(), now(), now())
            """, Town.COMMUNE.value(), part, order, goods.unit());
        execute(connection, """
            insert into order_line (commune_id, id, merchant_order_id, position, variant_id, name, unit, quantity,
              price_cents, deposit_cents, vat_permille, units, taken, state, amount_cents)
            values (?, ?, ?, 1, ?, 'Bench', 'piece', ?, 350, 0, 60, '{}', '{}', 'ordered', 350)
            """, Town.COMMUNE.value(), UUID.randomUUID(), part, goods.single(), quantity);
        execute(connection, """
            insert into payment_leg (commune_id, id, merchant_order_id, modality, amount_cents)
            values (?, ?, ?, 'transfer', 350)
            """, Town.COMMUNE.value(), UUID.randomUUID(), part);
        connection.commit();
    }

    private static boolean take(Connection connection, UUID unit, int quantity) throws SQLException {
        return execute(connection, """
            update reservable_unit set available = available - ?
            where commune_id = ? and id = ? and available >= ?
            """, quantity, Town.COMMUNE.value(), unit, quantity) == 1;
    }

    private static int execute(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int at = 0; at < values.length; at++) {
                statement.setObject(at + 1, values[at]);
            }
            return statement.executeUpdate();
        }
    }
}

package be.quartier.vouchers.store;

import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Joins of whole tables. An import fills tables before anything has counted their rows: taken for almost empty, they would be gone
 * through once for each row of the other side.
 */
public final class BulkJoins {

    private BulkJoins() {}

    /** Joins whole tables in the statements inside, all in the caller's transaction. */
    public static <T> T in(JdbcClient jdbc, Supplier<T> statements) {
        jdbc.sql("set local enable_nestloop = off").update();
        T result = statements.get();
        jdbc.sql("set local enable_nestloop = on").update();
        return result;
    }
}

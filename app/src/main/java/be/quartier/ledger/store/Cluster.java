package be.quartier.ledger.store;

import java.sql.SQLException;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which database cluster this is: transaction numbers can only be compared inside one. */
@Component
public class Cluster {

    private final JdbcClient jdbc;
    private volatile int number;

    Cluster(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A positive number made from the cluster's own identifier; 1 where the server does not tell it.
     *
     * @throws DataAccessException when the server cannot be asked: a guess would have the whole log sealed once more
     */
    public int number() {
        if (number == 0) {
            number = read();
        }
        return number;
    }

    private int read() {
        try {
            return jdbc.sql("select (1 + abs(system_identifier % 2000000000))::int from pg_control_system()")
                    .query(Integer.class)
                    .single();
        } catch (DataAccessException e) {
            if (refusesToTell(e.getMostSpecificCause())) {
                return 1;
            }
            throw e;
        }
    }

    /** Class 42, access rule violation or no such function, and 0A, not supported: what other servers than PostgreSQL's own say. */
    private static boolean refusesToTell(Throwable cause) {
        return cause instanceof SQLException sql
                && sql.getSQLState() != null
                && (sql.getSQLState().startsWith("42") || sql.getSQLState().startsWith("0A"));
    }
}

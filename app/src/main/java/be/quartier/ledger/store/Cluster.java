package be.quartier.ledger.store;

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

    /** A positive number made from the cluster's own identifier; 1 where the server does not tell it. */
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
            return 1;
        }
    }
}

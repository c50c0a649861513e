package be.quartier.vouchers.campaigns.store;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which campaigns a shop may join. */
public final class PartnerRows {

    /** Any number that no other lock of two numbers in this application uses. */
    private static final int LOCK = 74_001;

    private final JdbcClient jdbc;

    /** @param jdbc inside the transaction of a commune */
    public PartnerRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Waits until nobody else changes who takes part in this commune, until the end of the transaction. */
    public void lock(int commune) {
        jdbc.sql("select pg_advisory_xact_lock(?, ?)")
                .params(LOCK, commune)
                .query((row, number) -> Boolean.TRUE)
                .single();
    }

    /** The open campaigns that accept a trade; one without trades accepts all. */
    public List<UUID> open(int commune, String trade) {
        return jdbc.sql("""
                        select id from campaign
                        where commune_id = ? and state = 'open'
                          and (cardinality(accepted_trades) = 0 or ? = any(accepted_trades))
                        order by id
                        """)
                .params(commune, trade)
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
    }
}

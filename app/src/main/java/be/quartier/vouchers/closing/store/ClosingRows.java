package be.quartier.vouchers.closing.store;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which campaigns are over and whether they still have living vouchers. */
public final class ClosingRows {

    private final JdbcClient jdbc;

    /** @param jdbc inside the transaction of a commune */
    public ClosingRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Open campaigns whose last day is before {@code today}. */
    public List<UUID> over(int commune, LocalDate today) {
        return jdbc.sql(
                        "select id from campaign where commune_id = ? and state = 'open' and valid_until < ? order by id")
                .params(commune, today)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    /** Whether a voucher of the campaign could still be spent, now or after unblocking. */
    public boolean alive(int commune, UUID campaign) {
        return jdbc.sql("""
                        select exists (
                          select 1 from voucher
                          where commune_id = ? and campaign_id = ? and state in ('active', 'blocked'))
                        """).params(commune, campaign).query(Boolean.class).single();
    }
}

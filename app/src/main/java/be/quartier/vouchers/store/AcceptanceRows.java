package be.quartier.vouchers.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code acceptance}. */
public final class AcceptanceRows {

    private final JdbcClient jdbc;

    /** @param jdbc inside the transaction of a commune */
    public AcceptanceRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Lets a shop take part from an instant. */
    public void accept(int commune, UUID campaign, UUID merchant, UUID payable, Instant since) {
        jdbc.sql("""
                        insert into acceptance (commune_id, campaign_id, merchant_id, payable_id, since)
                        values (?, ?, ?, ?, ?)
                        on conflict (commune_id, campaign_id, merchant_id)
                        do update set since = excluded.since, ended_at = null
                        where acceptance.ended_at is not null
                        """)
                .params(commune, campaign, merchant, payable, since.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Ends a shop's part. */
    public void end(int commune, UUID campaign, UUID merchant, Instant at) {
        jdbc.sql("""
                        update acceptance set ended_at = ?
                        where commune_id = ? and campaign_id = ? and merchant_id = ? and ended_at is null
                        """)
                .params(at.atOffset(ZoneOffset.UTC), commune, campaign, merchant)
                .update();
    }

    /** The shops of a campaign. */
    public List<UUID> merchantsOf(int commune, UUID campaign) {
        return ids("""
                select merchant_id from acceptance
                where commune_id = ? and campaign_id = ? and ended_at is null
                order by merchant_id
                """, commune, campaign);
    }

    /** The campaigns of a shop. */
    public List<UUID> campaignsOf(int commune, UUID merchant) {
        return ids("""
                select campaign_id from acceptance
                where commune_id = ? and merchant_id = ? and ended_at is null
                order by campaign_id
                """, commune, merchant);
    }

    private List<UUID> ids(String sql, int commune, UUID of) {
        return jdbc.sql(sql)
                .params(commune, of)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }
}

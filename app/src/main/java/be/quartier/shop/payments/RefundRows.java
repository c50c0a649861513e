package be.quartier.shop.payments;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code online_refund}, as those who speak with the provider need it. */
final class RefundRows {

    private final JdbcClient jdbc;

    RefundRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Money to be given back. */
    record Refund(UUID id, UUID leg, UUID payment, long cents, int tries, Instant createdAt) {}

    /** Takes refunds that are due and puts them off by the lease, so that no other node tries at the same time. */
    List<Refund> take(int commune, Instant now, Duration lease, int limit) {
        return jdbc.sql("""
            update online_refund
            set tries = tries + 1,
              try_at = cast(:now as timestamptz) + :lease * (1 + least(tries, 60)) * interval '1 second'
            where commune_id = :commune and id in (
              select id from online_refund
              where commune_id = :commune and try_at <= :now
              order by try_at limit :limit for no key update skip locked)
            returning id, leg_id, payment_id, cents, tries, created_at
            """)
                .param("commune", commune)
                .param("now", PaymentRows.at(now))
                .param("lease", lease.toSeconds())
                .param("limit", limit)
                .query((row, number) -> new Refund(
                        row.getObject("id", UUID.class),
                        row.getObject("leg_id", UUID.class),
                        row.getObject("payment_id", UUID.class),
                        row.getLong("cents"),
                        row.getInt("tries"),
                        row.getObject("created_at", java.time.OffsetDateTime.class)
                                .toInstant()))
                .list();
    }

    /** Whether it still waits for the provider; the caller holds the payment's lock. */
    boolean wanted(int commune, UUID refund) {
        return jdbc.sql("select state = 'wanted' from online_refund where commune_id = ? and id = ?")
                .params(commune, refund)
                .query(Boolean.class)
                .single();
    }

    void made(int commune, UUID refund, String provider) {
        jdbc.sql("""
            update online_refund set state = 'made', provider_id = ?, try_at = null
            where commune_id = ? and id = ? and state = 'wanted'
            """).params(provider, commune, refund).update();
    }

    /** The cents of a refund that fails now; empty when it had failed before. */
    Optional<Long> failed(int commune, UUID refund) {
        return jdbc.sql("""
            update online_refund set state = 'failed', try_at = null
            where commune_id = ? and id = ? and state in ('wanted', 'made')
            returning cents
            """).params(commune, refund).query(Long.class).optional();
    }
}

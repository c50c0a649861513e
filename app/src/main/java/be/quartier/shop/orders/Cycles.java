package be.quartier.shop.orders;

import be.quartier.commune.Tenancy;
import be.quartier.people.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The order cycles of the current commune's merchants: what they come to, and their end.
 *
 * <p>A cycle is decided once, for all its orders in one statement; what a merchant accepted is kept whatever it comes to.
 */
@Component
public class Cycles {

    private static final Actor TIME = new Actor.Job("order-cycles");

    /** An order that was being placed when its cycle closed is counted. */
    private static final Duration GRACE = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final Moves moves;
    private final TransactionTemplate whole;

    Cycles(JdbcClient jdbc, Moves moves, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.moves = moves;
        this.whole = new TransactionTemplate(transactions);
    }

    /**
     * A cycle that is not over.
     *
     * @param cents what its orders come to by now
     * @param orders how many there are
     * @param waiting how many of them the merchant has not answered
     */
    public record Gathering(Instant closesAt, long minimumCents, long cents, int orders, int waiting) {

        /** What is missing to the minimum; zero when it is reached. */
        public long missingCents() {
            return Math.max(0, minimumCents - cents);
        }
    }

    /** What the orders of a cycle come to by now, deposits included. */
    public long gatheredCents(UUID merchant, Instant closesAt) {
        return Objects.requireNonNull(whole.execute(_ -> jdbc.sql("""
            select coalesce(sum(total_cents), 0) from merchant_order
            where commune_id = ? and merchant_id = ? and cycle_closes_at = ? and state not in ('refused', 'cancelled')
            """)
                .params(commune(), merchant, closesAt.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single()));
    }

    /** A merchant's cycles that orders still come for, the next to close first. */
    public List<Gathering> gathering(UUID merchant) {
        return Objects.requireNonNull(whole.execute(_ -> jdbc.sql("""
            select cycle_closes_at, max(cycle_minimum_cents), sum(total_cents), count(*),
              count(*) filter (where state = 'placed')
            from merchant_order
            where commune_id = ? and merchant_id = ? and cycle_closes_at > ? and state not in ('refused', 'cancelled')
            group by cycle_closes_at order by cycle_closes_at
            """)
                .params(commune(), merchant, moves.now().atOffset(ZoneOffset.UTC))
                .query(Cycles::gathering)
                .list()));
    }

    /** Decides cycles that closed, and cancels what waits in those that missed their minimum; how many orders were cancelled. */
    int close(int limit) {
        whole.executeWithoutResult(_ -> decide(limit));
        List<UUID> missed = Objects.requireNonNull(whole.execute(_ -> missed(limit)));
        missed.forEach(part -> whole.executeWithoutResult(_ -> moves.locked(part)
                .filter(one -> one.state() == MerchantState.PLACED)
                .ifPresent(one -> moves.move(one, MerchantState.CANCELLED, EventKind.MINIMUM_MISSED, TIME))));
        return missed.size();
    }

    private void decide(int limit) {
        jdbc.sql("""
            with due as (
              select distinct merchant_id, cycle_closes_at from merchant_order
              where commune_id = :commune and state = 'placed' and cycle_state = 'open' and cycle_closes_at <= :before
              limit :limit
            ), sums as (
              select m.merchant_id, m.cycle_closes_at, sum(m.total_cents) as cents
              from due d
              join merchant_order m on m.commune_id = :commune and m.merchant_id = d.merchant_id
                and m.cycle_closes_at = d.cycle_closes_at and m.state not in ('refused', 'cancelled')
              group by m.merchant_id, m.cycle_closes_at
            )
            update merchant_order m
            set cycle_state = case when s.cents >= m.cycle_minimum_cents then 'reached' else 'missed' end
            from sums s
            where m.commune_id = :commune and m.merchant_id = s.merchant_id and m.cycle_closes_at = s.cycle_closes_at
              and m.cycle_state = 'open'
            """)
                .param("commune", commune())
                .param("before", moves.now().minus(GRACE).atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .update();
    }

    private List<UUID> missed(int limit) {
        return jdbc.sql("""
            select id from merchant_order
            where commune_id = ? and state = 'placed' and cycle_state = 'missed'
            order by cycle_closes_at, id limit ?
            """)
                .params(commune(), limit)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    private static Gathering gathering(ResultSet row, int number) throws SQLException {
        return new Gathering(
                row.getObject(1, OffsetDateTime.class).toInstant(),
                row.getLong(2),
                row.getLong(3),
                row.getInt(4),
                row.getInt(5));
    }

    private static int commune() {
        return Tenancy.required().value();
    }
}

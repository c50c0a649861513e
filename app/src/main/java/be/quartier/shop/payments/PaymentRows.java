package be.quartier.shop.payments;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

/** The table {@code online_payment}, and what it sums up of {@code online_refund}. */
final class PaymentRows {

    private static final String COLUMNS =
            "id, leg_id, merchant_id, cents, state, provider_id, checkout, refunded_cents, created_at";

    private static final String PAYMENTS = "select " + COLUMNS + " from online_payment where commune_id = ?";

    private final JdbcClient jdbc;

    PaymentRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a leg's payments come to. */
    record Sums(long paidCents, long refundedCents) {}

    /** A payment taken to be asked about: the number of the asking and when the next one is due. */
    record Ticket(OnlinePayment payment, int number, Instant next) {}

    /** A payment under its lock, and the number of the asking whose answer counts. */
    record Locked(OnlinePayment payment, int answered) {}

    /** The payments of legs, the newest first. */
    List<OnlinePayment> of(int commune, Collection<UUID> legs) {
        return jdbc.sql(PAYMENTS + " and leg_id = any (?) order by created_at desc, id desc")
                .params(commune, new SqlArrayValue("uuid", legs.toArray()))
                .query((row, number) -> payment(row))
                .list();
    }

    Optional<OnlinePayment> find(int commune, UUID payment) {
        return jdbc.sql(PAYMENTS + " and id = ?")
                .params(commune, payment)
                .query((row, number) -> payment(row))
                .optional();
    }

    /** Locks a payment until the end of the transaction. */
    Locked lock(int commune, UUID payment) {
        return jdbc.sql("select answered, " + COLUMNS + """
             from online_payment where commune_id = ? and id = ? for no key update
            """)
                .params(commune, payment)
                .query((row, number) -> new Locked(payment(row), row.getInt("answered")))
                .single();
    }

    void add(int commune, OnlinePayment made) {
        jdbc.sql("""
            insert into online_payment (commune_id, id, leg_id, merchant_id, cents, state, created_at)
            values (?, ?, ?, ?, ?, 'wanted', ?)
            """)
                .params(commune, made.id(), made.leg(), made.merchant(), made.cents(), at(made.createdAt()))
                .update();
    }

    /** Notes what the provider calls a payment; nothing when it is noted already. */
    void made(int commune, UUID payment, PaymentProvider.Seen seen, Instant ask) {
        jdbc.sql("""
            update online_payment
            set state = :state, provider_id = :provider, checkout = :checkout, ask_at = :ask
            where commune_id = :commune and id = :id and provider_id is null
            """)
                .param("state", PaymentState.OPEN.code())
                .param("provider", seen.id())
                .param("checkout", seen.checkout().map(Object::toString).orElse(""))
                .param("ask", at(ask))
                .param("commune", commune)
                .param("id", payment)
                .update();
    }

    /** Ends a payment that the provider did not take. */
    void notMade(int commune, UUID payment) {
        jdbc.sql("""
            update online_payment set state = 'failed'
            where commune_id = ? and id = ? and provider_id is null
            """).params(commune, payment).update();
    }

    /** Asks for a payment to be asked about, at most once a second; whether there is such a payment. */
    boolean told(int commune, String provider, Instant now) {
        return jdbc.sql("""
            update online_payment set ask_at = greatest(:now, asked_at + interval '1 second')
            where commune_id = :commune and provider_id = :provider
            """)
                        .param("now", at(now))
                        .param("commune", commune)
                        .param("provider", provider)
                        .update()
                == 1;
    }

    /** Takes payments that are due, so that no other node asks at the same time. */
    List<UUID> due(int commune, Instant now, int limit) {
        return jdbc.sql("""
            select id from online_payment
            where commune_id = ? and ask_at <= ? and provider_id is not null
            order by ask_at limit ? for no key update skip locked
            """)
                .params(commune, at(now), limit)
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
    }

    /** Gives an asking its number, of what the provider knows. Until it is answered the next one is due after the lease. */
    Optional<Ticket> ticket(int commune, UUID payment, Instant now, Instant lease) {
        return jdbc.sql("""
            update online_payment set asked = asked + 1, asked_at = ?, ask_at = ?
            where commune_id = ? and id = ? and provider_id is not null
            returning asked,
            """ + COLUMNS)
                .params(at(now), at(lease), commune, payment)
                .query((row, number) -> new Ticket(payment(row), row.getInt("asked"), lease))
                .optional();
    }

    /** Notes an answer; a callback that came meanwhile stays due. */
    void answered(int commune, Ticket ticket, PaymentState state, long refunded, Optional<Instant> next) {
        jdbc.sql("""
            update online_payment
            set state = :state, refunded_cents = :refunded, answered = :number,
              checkout = case when :ended then '' else checkout end,
              ask_at = case when ask_at < :lease then ask_at else :next end
            where commune_id = :commune and id = :id
            """)
                .param("state", state.code())
                .param("refunded", refunded)
                .param("number", ticket.number())
                .param("ended", state.ended())
                .param("lease", at(ticket.next()))
                .param("next", next.map(PaymentRows::at).orElse(null), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("commune", commune)
                .param("id", ticket.payment().id())
                .update();
    }

    /** Adds to what went back; every asking before it is out of date by that. */
    void refunded(int commune, UUID payment, long cents, Instant ask) {
        jdbc.sql("""
            update online_payment
            set refunded_cents = least(cents, refunded_cents + ?), asked = asked + 1, answered = asked + 1, ask_at = ?
            where commune_id = ? and id = ?
            """).params(cents, at(ask), commune, payment).update();
    }

    Sums sums(int commune, UUID leg) {
        return jdbc.sql("""
            select coalesce(sum(p.cents) filter (where p.state = 'paid'), 0) as paid,
              coalesce(sum(p.refunded_cents), 0) + (
                select coalesce(sum(r.cents), 0) from online_refund r
                where r.commune_id = :commune and r.leg_id = :leg and r.state = 'by-hand') as refunded
            from online_payment p where p.commune_id = :commune and p.leg_id = :leg
            """)
                .param("commune", commune)
                .param("leg", leg)
                .query((row, number) -> new Sums(row.getLong("paid"), row.getLong("refunded")))
                .single();
    }

    Map<UUID, OnlineLeg> legs(int commune, Collection<UUID> legs) {
        Map<UUID, OnlineLeg> all = new HashMap<>();
        jdbc.sql("""
            select distinct on (p.leg_id) p.leg_id, p.state,
              coalesce(sum(r.cents) filter (where r.state = 'wanted'), 0) as returning_cents,
              greatest(0, coalesce(sum(r.cents) filter (where r.state = 'failed'), 0)
                - coalesce(sum(r.cents) filter (where r.state = 'by-hand'), 0)) as failed_cents
            from online_payment p
            left join online_refund r on r.commune_id = p.commune_id and r.leg_id = p.leg_id
            where p.commune_id = ? and p.leg_id = any (?)
            group by p.commune_id, p.id
            order by p.leg_id, p.created_at desc, p.id desc
            """).params(commune, new SqlArrayValue("uuid", legs.toArray())).query((ResultSet row) -> {
            all.put(
                    row.getObject("leg_id", UUID.class),
                    new OnlineLeg(
                            PaymentState.of(row.getString("state")),
                            row.getLong("returning_cents"),
                            row.getLong("failed_cents")));
        });
        return all;
    }

    /** What of a payment is on its way back and not yet accepted. */
    long returning(int commune, UUID payment) {
        return jdbc.sql("""
            select coalesce(sum(cents), 0) from online_refund
            where commune_id = ? and payment_id = ? and state = 'wanted'
            """).params(commune, payment).query(Long.class).single();
    }

    void addRefund(int commune, UUID id, OnlinePayment of, long cents, Instant now) {
        jdbc.sql("""
            insert into online_refund (commune_id, id, leg_id, payment_id, cents, state, try_at, created_at)
            values (?, ?, ?, ?, ?, 'wanted', ?, ?)
            """)
                .params(commune, id, of.leg(), of.id(), cents, at(now), at(now))
                .update();
    }

    void byHand(int commune, UUID id, UUID leg, long cents, Instant now) {
        jdbc.sql("""
            insert into online_refund (commune_id, id, leg_id, cents, state, created_at)
            values (?, ?, ?, ?, 'by-hand', ?)
            """).params(commune, id, leg, cents, at(now)).update();
    }

    private static OnlinePayment payment(ResultSet row) throws SQLException {
        return new OnlinePayment(
                row.getObject("id", UUID.class),
                row.getObject("leg_id", UUID.class),
                row.getObject("merchant_id", UUID.class),
                row.getLong("cents"),
                PaymentState.of(row.getString("state")).orElseThrow(),
                Optional.ofNullable(row.getString("provider_id")),
                row.getString("checkout"),
                row.getLong("refunded_cents"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}

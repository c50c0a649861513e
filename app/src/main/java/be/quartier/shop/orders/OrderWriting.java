package be.quartier.shop.orders;

import be.quartier.installation.Ids;
import be.quartier.money.Ogm;
import be.quartier.shop.Modality;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The SQL that writes orders. */
final class OrderWriting {

    private static final long OGM_NUMBERS = 10_000_000_000L;

    private final JdbcClient jdbc;
    private final Ids ids;

    OrderWriting(JdbcClient jdbc, Ids ids) {
        this.jdbc = jdbc;
        this.ids = ids;
    }

    /** What is kept of an order beside its parts. */
    record Head(UUID id, OrderWish wish, String request, String number, Instant at, long cents, String answer) {}

    /** Whether it is new; waits for the fate of another transaction's order of this key. */
    boolean add(int commune, Head head, byte[] contact, byte[] tracking) {
        return jdbc.sql("""
            insert into shop_order (commune_id, id, key, request, number, placed_at, slot_id, language,
              person_id, contact, tracking_hash, placed_cents, answer)
            values (:commune, :id, :key, decode(:request, 'hex'), :number, :at, :slot, :language,
              :person, :contact, :tracking, :cents, :answer)
            on conflict (commune_id, key) do nothing
            """)
                        .param("commune", commune)
                        .param("id", head.id())
                        .param("key", head.wish().key())
                        .param("request", head.request())
                        .param("number", head.number())
                        .param("at", at(head.at()))
                        .param("slot", head.wish().slot().orElse(null), java.sql.Types.OTHER)
                        .param("language", head.wish().language().code())
                        .param("person", head.wish().person().orElse(null), java.sql.Types.OTHER)
                        .param("contact", contact)
                        .param("tracking", tracking)
                        .param("cents", head.cents())
                        .param("answer", head.answer())
                        .update()
                == 1;
    }

    void leg(int commune, UUID part, Leg leg) {
        jdbc.sql("""
            insert into payment_leg (commune_id, id, merchant_order_id, modality, amount_cents, reference, hold_id)
            values (:commune, :id, :part, :modality, :cents, :reference, :hold)
            """)
                .param("commune", commune)
                .param("id", leg.id())
                .param("part", part)
                .param("modality", leg.modality().code())
                .param("cents", leg.amountCents())
                .param("reference", leg.reference())
                .param("hold", leg.hold().orElse(null), java.sql.Types.OTHER)
                .update();
    }

    /** Keeps the answer that counts, where a voucher covers less than all. */
    void answer(int commune, UUID order, String answer) {
        jdbc.sql("update shop_order set answer = ? where commune_id = ? and id = ?")
                .params(answer, commune, order)
                .update();
    }

    /** A leg to be paid in one way. */
    Leg leg(Modality modality, long cents) {
        String reference = modality == Modality.TRANSFER
                ? Ogm.of(Math.floorMod(ids.randomUuid().getLeastSignificantBits(), OGM_NUMBERS))
                        .digits()
                : "";
        return new Leg(ids.uuid(), modality, cents, 0, 0, reference, Optional.empty());
    }

    void event(int commune, UUID part, EventKind kind, String detail, Instant now) {
        jdbc.sql("""
            insert into order_event (commune_id, id, merchant_order_id, kind, detail, at)
            values (?, ?, ?, ?, ?, ?)
            """)
                .params(commune, ids.uuid(), part, kind.code(), detail, at(now))
                .update();
    }

    void move(int commune, UUID part, MerchantState state, Instant now) {
        jdbc.sql("""
            update merchant_order set state = ?, stamp = stamp + 1, changed_at = ?
            where commune_id = ? and id = ?
            """).params(state.code(), at(now), commune, part).update();
    }

    void note(int commune, UUID part, String note) {
        jdbc.sql("update merchant_order set note = ? where commune_id = ? and id = ?")
                .params(note, commune, part)
                .update();
    }

    /** Makes a part come to what its lines come to, and gives that. */
    long total(int commune, UUID part) {
        return jdbc.sql("""
            update merchant_order m
            set total_cents = (select coalesce(sum(l.amount_cents), 0) from order_line l
              where l.commune_id = m.commune_id and l.merchant_order_id = m.id)
            where m.commune_id = ? and m.id = ?
            returning m.total_cents
            """).params(commune, part).query(Long.class).single();
    }

    /** Lets the merchant have no line of a part. */
    void refuse(int commune, UUID part) {
        jdbc.sql("""
            update order_line set state = 'refused', asked = null, amount_cents = 0
            where commune_id = ? and merchant_order_id = ?
            """).params(commune, part).update();
    }

    void line(int commune, UUID line, OrderLine.State state, OptionalLong delivered, OptionalLong asked, long cents) {
        jdbc.sql("""
            update order_line set state = :state, delivered = :delivered, asked = :asked, amount_cents = :cents
            where commune_id = :commune and id = :id
            """)
                .param("state", state.code())
                .param("delivered", nullable(delivered), java.sql.Types.BIGINT)
                .param("asked", nullable(asked), java.sql.Types.BIGINT)
                .param("cents", cents)
                .param("commune", commune)
                .param("id", line)
                .update();
    }

    void amount(int commune, UUID leg, long cents) {
        jdbc.sql("update payment_leg set amount_cents = ? where commune_id = ? and id = ?")
                .params(cents, commune, leg)
                .update();
    }

    void paid(int commune, UUID leg, long paid, long refunded) {
        jdbc.sql("update payment_leg set paid_cents = ?, refunded_cents = ? where commune_id = ? and id = ?")
                .params(paid, refunded, commune, leg)
                .update();
    }

    /** Erases the contacts of orders to which nothing has happened since. */
    void forget(int commune, Instant before) {
        jdbc.sql("""
            update shop_order o set contact = null
            where o.commune_id = :commune and o.contact is not null and o.placed_at < :before
              and not exists (
                select 1 from merchant_order m
                where m.commune_id = o.commune_id and m.order_id = o.id and m.changed_at >= :before)
            """).param("commune", commune).param("before", at(before)).update();
    }

    private static @Nullable Long nullable(OptionalLong number) {
        return number.isPresent() ? number.getAsLong() : null;
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}

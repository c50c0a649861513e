package be.quartier.shop.orders;

import be.quartier.commune.Tenancy;
import be.quartier.people.Vault;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A merchant's parts as its working day and its books need them, in the current commune; nothing here changes anything. */
@Component
@Transactional(readOnly = true)
public class MerchantBook {

    /** Most parts of one period that are read. */
    public static final int ENDED_MAX = 10_000;

    /** Most parts that one list of work shows. */
    public static final int WORK_MAX = 500;

    /** Most parts of one list of payments. */
    public static final int PAYMENTS_MAX = 100;

    private final JdbcClient jdbc;
    private final Vault vault;
    private final OrderReading reading;

    MerchantBook(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.reading = new OrderReading(jdbc, vault);
    }

    /**
     * The parts that wait for the merchant's answer.
     *
     * @param newest the one placed last
     */
    public record Waiting(long count, Optional<UUID> newest) {}

    /** How many parts wait for an answer, and which came last. */
    public Waiting waiting(UUID merchant) {
        return jdbc.sql("""
            select count(*), (array_agg(id order by placed_at desc, id))[1] from merchant_order
            where commune_id = ? and merchant_id = ? and state = 'placed'
            """)
                .params(commune(), merchant)
                .query((row, number) -> new Waiting(row.getLong(1), Optional.ofNullable(row.getObject(2, UUID.class))))
                .single();
    }

    /** What was accepted and is not ready yet, the newest first, at most {@link #WORK_MAX}. */
    public List<MerchantOrder> toPrepare(UUID merchant) {
        return reading.ofMerchant(
                commune(), merchant, EnumSet.of(MerchantState.ACCEPTED, MerchantState.PARTLY), WORK_MAX);
    }

    /** Who ordered, by order; without those whose contact was erased. */
    public Map<UUID, String> names(Collection<UUID> orders) {
        Map<UUID, String> names = new HashMap<>();
        jdbc.sql("select id, contact from shop_order where commune_id = ? and id = any (?) and contact is not null")
                .params(commune(), new SqlArrayValue("uuid", orders.toArray()))
                .query((ResultSet row) -> {
                    UUID order = row.getObject("id", UUID.class);
                    vault.open(OrderReading.SEAL, row.getBytes("contact"))
                            .map(Contact::of)
                            .ifPresent(contact -> names.put(order, contact.name()));
                });
        return names;
    }

    /** The parts that were handed over, refused or cancelled in a period, at most {@link #ENDED_MAX}. */
    public List<MerchantOrder> ended(UUID merchant, Instant from, Instant until) {
        return these(jdbc.sql("""
            select m.id from order_event e
            join merchant_order m on m.commune_id = e.commune_id and m.id = e.merchant_order_id
              and m.merchant_id = :merchant
            where e.commune_id = :commune and e.kind in ('delivered', 'refused', 'cancelled')
              and e.at >= :from and e.at < :until
            order by e.at, e.id limit :limit
            """)
                .param("commune", commune())
                .param("merchant", merchant)
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .param("limit", ENDED_MAX)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list());
    }

    /** The parts of which something is still to be paid or given back, the oldest first, at most {@link #PAYMENTS_MAX}. */
    public List<MerchantOrder> unsettled(UUID merchant) {
        return payments(merchant, "l.amount_cents - l.paid_cents + l.refunded_cents <> 0", "m.placed_at, m.id");
    }

    /** The parts for which something was received, the newest first, at most {@link #PAYMENTS_MAX}. */
    public List<MerchantOrder> received(UUID merchant) {
        return payments(merchant, "l.paid_cents > 0", "m.placed_at desc, m.id").reversed();
    }

    private List<MerchantOrder> payments(UUID merchant, String which, String order) {
        return these(jdbc.sql("""
            select m.id from merchant_order m
            where m.commune_id = ? and m.merchant_id = ?
              and exists (select 1 from payment_leg l
                where l.commune_id = m.commune_id and l.merchant_order_id = m.id and %s)
            order by %s limit ?
            """.formatted(which, order))
                .params(commune(), merchant, PAYMENTS_MAX)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list());
    }

    private List<MerchantOrder> these(Collection<UUID> parts) {
        return parts.isEmpty() ? List.of() : reading.these(commune(), parts);
    }

    private static int commune() {
        return Tenancy.required().value();
    }
}

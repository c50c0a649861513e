package be.quartier.shop.orders;

import be.quartier.commune.Language;
import be.quartier.people.Vault;
import be.quartier.shop.OrderSource;
import be.quartier.shop.terms.Substitution;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

/** The SQL that reads orders. */
final class OrderReading {

    /** What contacts are sealed for. */
    static final String SEAL = "order-contact";

    private static final String PARTS = """
        select m.*, o.number, o.slot_id, o.language, o.contact, o.source
        from merchant_order m
        join shop_order o on o.commune_id = m.commune_id and o.id = m.order_id
        where m.commune_id = ?
        """;

    private final JdbcClient jdbc;
    private final PartReading inside;
    private final Vault vault;

    OrderReading(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.inside = new PartReading(jdbc);
        this.vault = vault;
    }

    /** An order by its key, as far as the answer to a repeated request needs it. */
    record Known(UUID id, String request, String answer) {}

    Optional<Known> byKey(int commune, String key) {
        return Optional.ofNullable(byKeys(commune, List.of(key)).get(key));
    }

    /** The orders that have these keys; keys of none are left out. */
    Map<String, Known> byKeys(int commune, Collection<String> keys) {
        Map<String, Known> found = new HashMap<>();
        jdbc.sql("""
            select id, key, encode(request, 'hex') as request, answer from shop_order
            where commune_id = ? and key = any (?)
            """).params(commune, new SqlArrayValue("text", keys.toArray())).query((ResultSet row) -> {
            found.put(
                    row.getString("key"),
                    new Known(row.getObject("id", UUID.class), row.getString("request"), row.getString("answer")));
        });
        return found;
    }

    Optional<Order> byTracking(int commune, byte[] hash) {
        return order(commune, "tracking_hash = ?", hash);
    }

    Optional<Order> find(int commune, UUID order) {
        return order(commune, "id = ?", order);
    }

    private Optional<Order> order(int commune, String which, Object value) {
        List<Order> heads = new ArrayList<>();
        List<MerchantOrder> bare = jdbc.sql(PARTS + " and o." + which + " order by m.placed_at, m.id")
                .params(commune, value)
                .query((row, number) -> {
                    if (number == 0) {
                        heads.add(head(row));
                    }
                    return part(row, number);
                })
                .list();
        return heads.stream()
                .findFirst()
                .map(head -> new Order(
                        head.id(),
                        head.number(),
                        head.placedAt(),
                        head.slot(),
                        head.language(),
                        head.contact(),
                        head.source(),
                        inside.filled(commune, bare, true)));
    }

    /** An order without its parts, as any of them tells it. */
    private Order head(ResultSet row) throws SQLException {
        byte[] contact = row.getBytes("contact");
        return new Order(
                row.getObject("order_id", UUID.class),
                row.getString("number"),
                instant(row, "placed_at"),
                Optional.ofNullable(row.getObject("slot_id", UUID.class)),
                Language.of(row.getString("language")).orElseThrow(),
                contact == null ? Optional.empty() : vault.open(SEAL, contact).map(Contact::of),
                OrderSource.of(row.getString("source")).orElseThrow(),
                List.of());
    }

    Optional<MerchantOrder> part(int commune, UUID part) {
        return parts(commune, "and m.id = ?", part).stream().findFirst();
    }

    /** A part without its events, locked until the end of the transaction and read as it is then. */
    Optional<MerchantOrder> locked(int commune, UUID part) {
        return locked(commune, "and m.id = ?", part);
    }

    /** The part of a leg, as {@link #locked} gives it. */
    Optional<MerchantOrder> lockedOf(int commune, UUID leg) {
        return locked(
                commune,
                "and m.id = (select merchant_order_id from payment_leg l where l.commune_id = m.commune_id and l.id = ?)",
                leg);
    }

    private Optional<MerchantOrder> locked(int commune, String which, UUID value) {
        List<MerchantOrder> bare = bare(commune, which + " for no key update of m", value);
        return inside.filled(commune, bare, false).stream().findFirst();
    }

    /** The newest of a merchant, at most so many. */
    List<MerchantOrder> ofMerchant(int commune, UUID merchant, Collection<MerchantState> states, int limit) {
        String[] codes = states.stream().map(MerchantState::code).toArray(String[]::new);
        return parts(
                commune,
                "and m.merchant_id = ? and m.state = any (?) order by m.placed_at desc, m.id limit ?",
                merchant,
                new SqlArrayValue("text", (Object[]) codes),
                limit);
    }

    /** These parts, the oldest first. */
    List<MerchantOrder> these(int commune, Collection<UUID> parts) {
        return parts(commune, "and m.id = any (?) order by m.placed_at, m.id", uuids(parts));
    }

    /**
     * Parts of a merchant of which money is the merchant's to give back: by hand, or because its provider does not. Such legs are
     * few in a commune and found first; a merchant's orders are many.
     */
    List<MerchantOrder> givingBack(int commune, UUID merchant, int limit) {
        return parts(commune, """
            and m.merchant_id = ? and m.id = any (array (
              select l.merchant_order_id from payment_leg l
              where l.commune_id = ? and l.paid_cents - l.refunded_cents > l.amount_cents
                and (l.modality not in ('voucher', 'online') or exists (
                  select 1 from online_refund r
                  where r.commune_id = l.commune_id and r.leg_id = l.id and r.state = 'failed'))))
            order by m.placed_at desc, m.id limit ?
            """, merchant, commune, limit);
    }

    /** Locks the order and says whether any of its parts is still to be handed over. */
    boolean alive(int commune, UUID order) {
        jdbc.sql("select 1 from shop_order where commune_id = ? and id = ? for no key update")
                .params(commune, order)
                .query(Integer.class)
                .list();
        return jdbc.sql("""
            select exists (select 1 from merchant_order
              where commune_id = ? and order_id = ? and state not in ('refused', 'cancelled'))
            """).params(commune, order).query(Boolean.class).single();
    }

    private List<MerchantOrder> parts(int commune, String which, Object... values) {
        return inside.filled(commune, bare(commune, which, values), true);
    }

    private List<MerchantOrder> bare(int commune, String which, Object... values) {
        List<Object> all = new ArrayList<>(List.of(commune));
        all.addAll(List.of(values));
        return jdbc.sql(PARTS + which).params(all).query(OrderReading::part).list();
    }

    /** The legs of a part, a voucher's first. */
    List<Leg> legs(int commune, UUID part) {
        return inside.legs(commune, List.of(part)).getOrDefault(part, List.of());
    }

    private static SqlArrayValue uuids(Collection<UUID> ids) {
        return new SqlArrayValue("uuid", ids.toArray());
    }

    private static MerchantOrder part(ResultSet row, int number) throws SQLException {
        OffsetDateTime cancel = row.getObject("cancel_until", OffsetDateTime.class);
        return new MerchantOrder(
                row.getObject("id", UUID.class),
                row.getObject("order_id", UUID.class),
                row.getString("number"),
                row.getObject("merchant_id", UUID.class),
                MerchantState.of(row.getString("state")),
                row.getLong("placed_cents"),
                row.getLong("total_cents"),
                instant(row, "ready_at"),
                Optional.ofNullable(cancel).map(OffsetDateTime::toInstant),
                Optional.ofNullable(row.getObject("slot_id", UUID.class)),
                row.getString("note"),
                instant(row, "placed_at"),
                Substitution.of(row.getString("substitution")).orElseThrow(),
                cycle(row),
                List.of(),
                List.of(),
                List.of());
    }

    private static Optional<Cycle> cycle(ResultSet row) throws SQLException {
        String state = row.getString("cycle_state");
        return state == null
                ? Optional.empty()
                : Optional.of(new Cycle(
                        instant(row, "cycle_closes_at"), row.getLong("cycle_minimum_cents"), Cycle.State.of(state)));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}

package be.quartier.shop.orders;

import be.quartier.commune.Language;
import be.quartier.people.Vault;
import be.quartier.shop.Modality;
import be.quartier.shop.orders.MerchantOrder.Event;
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
import java.util.OptionalLong;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

/** The SQL that reads orders. */
final class OrderReading {

    /** What contacts are sealed for. */
    static final String SEAL = "order-contact";

    private static final String PARTS = """
        select m.*, o.number, o.slot_id
        from merchant_order m
        join shop_order o on o.commune_id = m.commune_id and o.id = m.order_id
        where m.commune_id = ?
        """;

    private final JdbcClient jdbc;
    private final Vault vault;

    OrderReading(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
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
        return jdbc.sql(
                        "select id, number, placed_at, slot_id, language, contact, source from shop_order where commune_id = ?"
                                + " and "
                                + which)
                .params(commune, value)
                .query((row, number) -> order(row))
                .optional()
                .map(head -> new Order(
                        head.id(),
                        head.number(),
                        head.placedAt(),
                        head.slot(),
                        head.language(),
                        head.contact(),
                        head.source(),
                        parts(commune, "and m.order_id = ? order by m.placed_at, m.id", head.id())));
    }

    private Order order(ResultSet row) throws SQLException {
        byte[] contact = row.getBytes("contact");
        return new Order(
                row.getObject("id", UUID.class),
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

    /** The part that a leg belongs to. */
    Optional<UUID> partOf(int commune, UUID leg) {
        return jdbc.sql("select merchant_order_id from payment_leg where commune_id = ? and id = ?")
                .params(commune, leg)
                .query(UUID.class)
                .optional();
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
        return parts(
                commune, "and m.id = any (?) order by m.placed_at, m.id", new SqlArrayValue("uuid", parts.toArray()));
    }

    /** Parts of a merchant of which money is the merchant's to give back: by hand, or because its provider does not. */
    List<MerchantOrder> givingBack(int commune, UUID merchant, int limit) {
        return parts(commune, """
            and m.merchant_id = ? and exists (
              select 1 from payment_leg l
              where l.commune_id = m.commune_id and l.merchant_order_id = m.id
                and l.paid_cents - l.refunded_cents > l.amount_cents
                and (l.modality not in ('voucher', 'online') or exists (
                  select 1 from online_refund r
                  where r.commune_id = l.commune_id and r.leg_id = l.id and r.state = 'failed')))
            order by m.placed_at desc, m.id limit ?
            """, merchant, limit);
    }

    /** Locks a part until the end of the transaction; false when there is none. */
    boolean lock(int commune, UUID part) {
        return jdbc.sql("select 1 from merchant_order where commune_id = ? and id = ? for no key update")
                .params(commune, part)
                .query(Integer.class)
                .optional()
                .isPresent();
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
        List<Object> all = new ArrayList<>(List.of(commune));
        all.addAll(List.of(values));
        List<MerchantOrder> bare =
                jdbc.sql(PARTS + which).params(all).query(OrderReading::part).list();
        if (bare.isEmpty()) {
            return bare;
        }
        SqlArrayValue ids =
                new SqlArrayValue("uuid", bare.stream().map(MerchantOrder::id).toArray());
        Map<UUID, Substitute> substitutes = new SubstituteRows(jdbc).of(commune, ids);
        Map<UUID, List<OrderLine>> lines = new HashMap<>();
        jdbc.sql("""
            select * from order_line where commune_id = ? and merchant_order_id = any (?)
            order by merchant_order_id, position
            """).params(commune, ids).query((ResultSet row) -> {
            list(lines, row).add(line(row, substitutes));
        });
        Map<UUID, List<Leg>> legs = new HashMap<>();
        jdbc.sql("""
            select * from payment_leg where commune_id = ? and merchant_order_id = any (?)
            order by merchant_order_id, modality <> 'voucher', id
            """).params(commune, ids).query((ResultSet row) -> {
            list(legs, row).add(leg(row));
        });
        Map<UUID, List<Event>> events = new HashMap<>();
        jdbc.sql("""
            select * from order_event where commune_id = ? and merchant_order_id = any (?)
            order by merchant_order_id, at, id
            """).params(commune, ids).query((ResultSet row) -> {
            list(events, row)
                    .add(new Event(EventKind.of(row.getString("kind")), row.getString("detail"), instant(row, "at")));
        });
        return bare.stream()
                .map(one -> with(
                        one,
                        lines.getOrDefault(one.id(), List.of()),
                        legs.getOrDefault(one.id(), List.of()),
                        events.getOrDefault(one.id(), List.of())))
                .toList();
    }

    private static <T> List<T> list(Map<UUID, List<T>> all, ResultSet row) throws SQLException {
        return all.computeIfAbsent(row.getObject("merchant_order_id", UUID.class), _ -> new ArrayList<>());
    }

    private static MerchantOrder with(MerchantOrder one, List<OrderLine> lines, List<Leg> legs, List<Event> events) {
        return new MerchantOrder(
                one.id(),
                one.order(),
                one.number(),
                one.merchant(),
                one.state(),
                one.placedCents(),
                one.totalCents(),
                one.readyAt(),
                one.cancelUntil(),
                one.slot(),
                one.note(),
                one.placedAt(),
                one.substitution(),
                lines,
                legs,
                events);
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
                List.of(),
                List.of(),
                List.of());
    }

    private static OrderLine line(ResultSet row, Map<UUID, Substitute> substitutes) throws SQLException {
        return new OrderLine(
                row.getObject("id", UUID.class),
                row.getInt("position"),
                row.getObject("variant_id", UUID.class),
                row.getString("name"),
                Unit.of(row.getString("unit")),
                row.getLong("quantity"),
                row.getLong("price_cents"),
                row.getLong("deposit_cents"),
                row.getInt("vat_permille"),
                SubstituteRows.units(row),
                OrderLine.State.valueOf(row.getString("state").toUpperCase(java.util.Locale.ROOT)),
                number(row, "delivered"),
                number(row, "asked"),
                row.getLong("amount_cents"),
                Optional.ofNullable(substitutes.get(row.getObject("id", UUID.class))));
    }

    private static Leg leg(ResultSet row) throws SQLException {
        return new Leg(
                row.getObject("id", UUID.class),
                Modality.of(row.getString("modality")).orElseThrow(),
                row.getLong("amount_cents"),
                row.getLong("paid_cents"),
                row.getLong("refunded_cents"),
                row.getString("reference"),
                Optional.ofNullable(row.getObject("hold_id", UUID.class)));
    }

    private static OptionalLong number(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(value);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}

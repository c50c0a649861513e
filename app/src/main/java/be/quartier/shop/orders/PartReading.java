package be.quartier.shop.orders;

import be.quartier.shop.Modality;
import be.quartier.shop.orders.MerchantOrder.Event;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

/** The SQL that reads what belongs to merchants' parts: lines, legs and events, each in one query for all parts. */
final class PartReading {

    private final JdbcClient jdbc;

    PartReading(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** These parts with their lines and legs, and with their events if these are asked for. */
    List<MerchantOrder> filled(int commune, List<MerchantOrder> bare, boolean withEvents) {
        if (bare.isEmpty()) {
            return bare;
        }
        List<UUID> ids = bare.stream().map(MerchantOrder::id).toList();
        Map<UUID, List<OrderLine>> lines = lines(commune, ids);
        Map<UUID, List<Leg>> legs = legs(commune, ids);
        Map<UUID, List<Event>> events = withEvents ? events(commune, ids) : Map.of();
        return bare.stream()
                .map(one -> with(
                        one,
                        lines.getOrDefault(one.id(), List.of()),
                        legs.getOrDefault(one.id(), List.of()),
                        events.getOrDefault(one.id(), List.of())))
                .toList();
    }

    private Map<UUID, List<OrderLine>> lines(int commune, List<UUID> parts) {
        Map<UUID, List<OrderLine>> lines = new HashMap<>();
        jdbc.sql("select l.*, " + SubstituteRows.COLUMNS + """
             from order_line l
            left join order_substitute s on s.commune_id = l.commune_id and s.line_id = l.id
            where l.commune_id = ? and l.merchant_order_id = any (?)
            order by l.merchant_order_id, l.position
            """)
                .params(commune, uuids(parts))
                .query((ResultSet row) -> {
                    list(lines, row).add(line(row));
                });
        return lines;
    }

    /** The legs of parts, a voucher's first. */
    Map<UUID, List<Leg>> legs(int commune, Collection<UUID> parts) {
        Map<UUID, List<Leg>> legs = new HashMap<>();
        jdbc.sql("""
            select * from payment_leg where commune_id = ? and merchant_order_id = any (?)
            order by merchant_order_id, modality <> 'voucher', id
            """).params(commune, uuids(parts)).query((ResultSet row) -> {
            list(legs, row).add(leg(row));
        });
        return legs;
    }

    private Map<UUID, List<Event>> events(int commune, List<UUID> parts) {
        Map<UUID, List<Event>> events = new HashMap<>();
        jdbc.sql("""
            select merchant_order_id, kind, detail, at from order_event
            where commune_id = ? and merchant_order_id = any (?)
            order by merchant_order_id, at, id
            """).params(commune, uuids(parts)).query((ResultSet row) -> {
            list(events, row)
                    .add(new Event(EventKind.of(row.getString("kind")), row.getString("detail"), instant(row, "at")));
        });
        return events;
    }

    private static SqlArrayValue uuids(Collection<UUID> ids) {
        return new SqlArrayValue("uuid", ids.toArray());
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
                one.cycle(),
                lines,
                legs,
                events);
    }

    private static OrderLine line(ResultSet row) throws SQLException {
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
                SubstituteRows.units(row, ""),
                OrderLine.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                number(row, "delivered"),
                number(row, "asked"),
                row.getLong("amount_cents"),
                SubstituteRows.substitute(row));
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

package be.quartier.shop.orders;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

/** The SQL of substitutes. */
final class SubstituteRows {

    private final JdbcClient jdbc;

    SubstituteRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A line whose substitute nobody answered in time. */
    record Due(UUID part, UUID line) {}

    void add(int commune, UUID part, UUID line, Substitute substitute, Instant now) {
        List<UUID> units = List.copyOf(substitute.units().keySet());
        jdbc.sql("""
            insert into order_substitute (commune_id, line_id, merchant_order_id, variant_id, name, unit, quantity,
              price_cents, deposit_cents, vat_permille, units, taken, amount_cents, state, asked_at, answer_by)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
                .params(
                        commune,
                        line,
                        part,
                        substitute.variant(),
                        substitute.name(),
                        substitute.unit().code(),
                        substitute.quantity(),
                        substitute.priceCents(),
                        substitute.depositCents(),
                        substitute.vatPermille(),
                        new SqlArrayValue("uuid", units.toArray()),
                        new SqlArrayValue(
                                "bigint",
                                units.stream()
                                        .map(unit -> substitute.units().getOrDefault(unit, 0L))
                                        .toArray()),
                        substitute.amountCents(),
                        substitute.state().code(),
                        now.atOffset(ZoneOffset.UTC),
                        substitute.answerBy().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Puts it into the merchant's part as a line of its own, after the others. */
    void asLine(int commune, UUID part, UUID id, Substitute substitute) {
        List<UUID> units = List.copyOf(substitute.units().keySet());
        jdbc.sql("""
            insert into order_line (commune_id, id, merchant_order_id, position, variant_id, name, unit, quantity,
              price_cents, deposit_cents, vat_permille, units, taken, state, amount_cents)
            select :commune, :id, :part, max(position) + 1, :variant, :name, :unit, :quantity,
              :price, :deposit, :vat, :units, :taken, 'ordered', :amount
            from order_line where commune_id = :commune and merchant_order_id = :part
            """)
                .param("commune", commune)
                .param("id", id)
                .param("part", part)
                .param("variant", substitute.variant())
                .param("name", substitute.name())
                .param("unit", substitute.unit().code())
                .param("quantity", substitute.quantity())
                .param("price", substitute.priceCents())
                .param("deposit", substitute.depositCents())
                .param("vat", substitute.vatPermille())
                .param("units", new SqlArrayValue("uuid", units.toArray()))
                .param(
                        "taken",
                        new SqlArrayValue(
                                "bigint",
                                units.stream()
                                        .map(unit -> substitute.units().getOrDefault(unit, 0L))
                                        .toArray()))
                .param("amount", substitute.amountCents())
                .update();
    }

    /** Ends what waits; nothing changes when it waits no longer. */
    void end(int commune, UUID line, Substitute.State state) {
        jdbc.sql("update order_substitute set state = ? where commune_id = ? and line_id = ? and state = 'asked'")
                .params(state.code(), commune, line)
                .update();
    }

    /** The lines whose answer is overdue, at most so many. */
    List<Due> due(int commune, Instant now, int limit) {
        return jdbc.sql("""
            select merchant_order_id, line_id from order_substitute
            where commune_id = ? and state = 'asked' and answer_by <= ?
            order by answer_by limit ?
            """)
                .params(commune, now.atOffset(ZoneOffset.UTC), limit)
                .query((row, number) -> new Due(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
                .list();
    }

    /** The substitutes of these parts, by the line they stand for. */
    Map<UUID, Substitute> of(int commune, SqlArrayValue parts) {
        Map<UUID, Substitute> found = new HashMap<>();
        jdbc.sql("select * from order_substitute where commune_id = ? and merchant_order_id = any (?)")
                .params(commune, parts)
                .query((ResultSet row) -> {
                    found.put(row.getObject("line_id", UUID.class), substitute(row));
                });
        return found;
    }

    private static Substitute substitute(ResultSet row) throws SQLException {
        return new Substitute(
                row.getObject("variant_id", UUID.class),
                row.getString("name"),
                Unit.of(row.getString("unit")),
                row.getLong("quantity"),
                row.getLong("price_cents"),
                row.getLong("deposit_cents"),
                row.getInt("vat_permille"),
                units(row),
                row.getLong("amount_cents"),
                Substitute.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getObject("answer_by", OffsetDateTime.class).toInstant());
    }

    /** What a row took of the stock. */
    static Map<UUID, Long> units(ResultSet row) throws SQLException {
        UUID[] units = (UUID[]) row.getArray("units").getArray();
        Long[] taken = (Long[]) row.getArray("taken").getArray();
        Map<UUID, Long> all = new HashMap<>();
        for (int at = 0; at < units.length; at++) {
            all.put(units[at], taken[at]);
        }
        return all;
    }
}

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
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

/** The SQL of substitutes. */
final class SubstituteRows {

    /** A substitute beside its line, for a query that names the table {@code s}. */
    static final String COLUMNS = """
        s.variant_id as s_variant, s.name as s_name, s.unit as s_unit, s.quantity as s_quantity, s.price_cents as s_price,
          s.deposit_cents as s_deposit, s.vat_permille as s_vat, s.units as s_units, s.taken as s_taken,
          s.amount_cents as s_amount, s.state as s_state, s.answer_by as s_answer_by
        """;

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

    /** The substitute in a row that has {@link #COLUMNS}, if there is one. */
    static Optional<Substitute> substitute(ResultSet row) throws SQLException {
        UUID variant = row.getObject("s_variant", UUID.class);
        return variant == null
                ? Optional.empty()
                : Optional.of(new Substitute(
                        variant,
                        row.getString("s_name"),
                        Unit.of(row.getString("s_unit")),
                        row.getLong("s_quantity"),
                        row.getLong("s_price"),
                        row.getLong("s_deposit"),
                        row.getInt("s_vat"),
                        units(row, "s_"),
                        row.getLong("s_amount"),
                        Substitute.State.valueOf(row.getString("s_state").toUpperCase(Locale.ROOT)),
                        row.getObject("s_answer_by", OffsetDateTime.class).toInstant()));
    }

    /** What a row took of the stock, in columns whose names begin so. */
    static Map<UUID, Long> units(ResultSet row, String prefix) throws SQLException {
        UUID[] units = (UUID[]) row.getArray(prefix + "units").getArray();
        Long[] taken = (Long[]) row.getArray(prefix + "taken").getArray();
        Map<UUID, Long> all = new HashMap<>();
        for (int at = 0; at < units.length; at++) {
            all.put(units[at], taken[at]);
        }
        return all;
    }
}

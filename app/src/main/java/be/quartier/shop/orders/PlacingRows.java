package be.quartier.shop.orders;

import be.quartier.installation.Ids;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

/** The SQL that writes the parts of a new order: one statement a table, however many merchants and lines there are. */
final class PlacingRows {

    private final JdbcClient jdbc;
    private final Ids ids;

    PlacingRows(JdbcClient jdbc, Ids ids) {
        this.jdbc = jdbc;
        this.ids = ids;
    }

    private record Line(UUID part, int position, Draft.Line line) {

        Offer offer() {
            return line.offer();
        }

        Collection<UUID> units() {
            return offer().needs().keySet();
        }

        List<Long> taken() {
            return units().stream()
                    .map(unit -> line.quantity() * offer().needs().getOrDefault(unit, 0))
                    .toList();
        }
    }

    private record PartLeg(UUID part, Leg leg) {}

    void add(int commune, UUID order, List<Placing.Part> parts, Instant now) {
        parts(commune, order, parts, now);
        lines(commune, parts);
        legs(commune, parts);
        jdbc.sql("""
            insert into order_event (commune_id, id, merchant_order_id, kind, detail, at)
            select ?, q.id, q.part, ?, '', ?::timestamptz from unnest(?::uuid[], ?::uuid[]) as q (id, part)
            """)
                .params(
                        commune,
                        EventKind.PLACED.code(),
                        now.toString(),
                        column("uuid", parts, _ -> ids.uuid()),
                        column("uuid", parts, Placing.Part::id))
                .update();
    }

    private void parts(int commune, UUID order, List<Placing.Part> parts, Instant now) {
        jdbc.sql("""
            insert into merchant_order (commune_id, id, order_id, merchant_id, state, placed_cents, total_cents,
              ready_at, cancel_until, substitution, cycle_closes_at, cycle_minimum_cents, cycle_state,
              placed_at, changed_at)
            select ?, q.id, ?, q.merchant, 'placed', q.cents, q.cents, q.ready, q.cancel, q.substitution,
              q.closes, q.minimum, case when q.closes is not null then 'open' end, n.now, n.now
            from unnest(?::uuid[], ?::uuid[], ?::bigint[], ?::timestamptz[], ?::timestamptz[], ?::text[],
              ?::timestamptz[], ?::bigint[])
              as q (id, merchant, cents, ready, cancel, substitution, closes, minimum),
            (select ?::timestamptz as now) n
            """)
                .params(
                        commune,
                        order,
                        column("uuid", parts, Placing.Part::id),
                        column("uuid", parts, part -> part.draft().terms().merchant()),
                        column("bigint", parts, part -> part.draft().cents()),
                        column(
                                "timestamptz",
                                parts,
                                part -> part.draft().readyAt().toString()),
                        column(
                                "timestamptz",
                                parts,
                                part -> part.draft()
                                        .cancelUntil()
                                        .map(Instant::toString)
                                        .orElse(null)),
                        column(
                                "text",
                                parts,
                                part -> part.draft().terms().substitution().code()),
                        column(
                                "timestamptz",
                                parts,
                                part -> part.draft()
                                        .cycle()
                                        .map(cycle -> cycle.closesAt().toString())
                                        .orElse(null)),
                        column(
                                "bigint",
                                parts,
                                part -> part.draft()
                                        .cycle()
                                        .map(Cycle::minimumCents)
                                        .orElse(null)),
                        now.toString())
                .update();
    }

    private void lines(int commune, List<Placing.Part> parts) {
        List<Line> lines = new ArrayList<>();
        for (Placing.Part part : parts) {
            int position = 0;
            for (Draft.Line line : part.draft().lines()) {
                lines.add(new Line(part.id(), ++position, line));
            }
        }
        jdbc.sql("""
            insert into order_line (commune_id, id, merchant_order_id, position, variant_id, name, unit, quantity,
              price_cents, deposit_cents, vat_permille, units, taken, state, amount_cents)
            select ?, q.id, q.part, q.position, q.variant, q.name, q.unit, q.quantity,
              q.price, q.deposit, q.vat, q.units::uuid[], q.taken::bigint[], 'ordered', q.amount
            from unnest(?::uuid[], ?::uuid[], ?::int[], ?::uuid[], ?::text[], ?::text[], ?::bigint[], ?::bigint[],
              ?::bigint[], ?::int[], ?::text[], ?::text[], ?::bigint[])
              as q (id, part, position, variant, name, unit, quantity, price, deposit, vat, units, taken, amount)
            """)
                .params(
                        commune,
                        column("uuid", lines, _ -> ids.uuid()),
                        column("uuid", lines, Line::part),
                        column("int", lines, Line::position),
                        column("uuid", lines, line -> line.offer().variant()),
                        column("text", lines, line -> line.offer().name()),
                        column("text", lines, line -> line.offer().unit().code()),
                        column("bigint", lines, line -> line.line().quantity()),
                        column("bigint", lines, line -> line.offer().priceCents()),
                        column("bigint", lines, line -> line.offer().depositCents()),
                        column("int", lines, line -> line.offer().vatPermille()),
                        column("text", lines, line -> array(line.units())),
                        column("text", lines, line -> array(line.taken())),
                        column("bigint", lines, line -> line.line().cents()))
                .update();
    }

    private void legs(int commune, List<Placing.Part> parts) {
        List<PartLeg> legs = parts.stream()
                .flatMap(part -> part.legs().stream().map(leg -> new PartLeg(part.id(), leg)))
                .toList();
        jdbc.sql("""
            insert into payment_leg (commune_id, id, merchant_order_id, modality, amount_cents, reference, hold_id)
            select ?, q.* from unnest(?::uuid[], ?::uuid[], ?::text[], ?::bigint[], ?::text[], ?::uuid[]) as q
            """)
                .params(
                        commune,
                        column("uuid", legs, one -> one.leg().id()),
                        column("uuid", legs, PartLeg::part),
                        column("text", legs, one -> one.leg().modality().code()),
                        column("bigint", legs, one -> one.leg().amountCents()),
                        column("text", legs, one -> one.leg().reference()),
                        column("uuid", legs, one -> one.leg().hold().orElse(null)))
                .update();
    }

    private static <T> SqlArrayValue column(String type, List<T> rows, Function<T, @Nullable Object> value) {
        return new SqlArrayValue(type, rows.stream().map(value).toArray());
    }

    /** An array inside a column of arrays: these need not be of the same length, as those of SQL would. */
    private static String array(Collection<?> values) {
        return values.stream().map(Objects::toString).collect(java.util.stream.Collectors.joining(",", "{", "}"));
    }
}

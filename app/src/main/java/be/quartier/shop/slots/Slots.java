package be.quartier.shop.slots;

import be.quartier.commune.Tenancy;
import be.quartier.installation.Ids;
import be.quartier.shop.stock.Stock;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The delivery slots of the current commune. */
@Component
@Transactional
public class Slots {

    /** Most slots that are offered at once. */
    public static final int OFFERED_MAX = 100;

    private static final String COLUMNS = """
            select s.id, s.from_at, s.to_at, s.closes_at, s.unit_id, u.available
            from delivery_slot s
            join reservable_unit u on u.commune_id = s.commune_id and u.id = s.unit_id
            """;

    private final JdbcClient jdbc;
    private final Stock stock;
    private final Ids ids;
    private final InstantSource clock;

    Slots(JdbcClient jdbc, Stock stock, Ids ids, InstantSource clock) {
        this.jdbc = jdbc;
        this.stock = stock;
        this.ids = ids;
        this.clock = clock;
    }

    /** Opens a slot with so many places; an open one of the same window stays as it is. */
    public UUID open(Instant from, Instant to, Instant closes, long places) {
        int commune = Tenancy.required().value();
        Optional<UUID> known = jdbc.sql("""
                        select id from delivery_slot
                        where commune_id = ? and from_at = ? and to_at = ?
                        """)
                .params(commune, at(from), at(to))
                .query(UUID.class)
                .optional();
        if (known.isPresent()) {
            return known.get();
        }
        UUID id = ids.uuid();
        UUID unit = stock.create(Stock.Kind.SLOT, places);
        jdbc.sql("""
                        insert into delivery_slot (commune_id, id, from_at, to_at, closes_at, unit_id)
                        values (?, ?, ?, ?, ?, ?)
                        """).params(commune, id, at(from), at(to), at(closes), unit).update();
        return id;
    }

    /** Those that can still be ordered for, full ones too, the next first. */
    @Transactional(readOnly = true)
    public List<Slot> offered() {
        return jdbc.sql(COLUMNS + "where s.commune_id = ? and s.closes_at > ? order by s.from_at, s.id limit ?")
                .params(Tenancy.required().value(), at(clock.instant()), OFFERED_MAX)
                .query(Slots::slot)
                .list();
    }

    /** One slot, open or not. */
    @Transactional(readOnly = true)
    public Optional<Slot> find(UUID slot) {
        return jdbc.sql(COLUMNS + "where s.commune_id = ? and s.id = ?")
                .params(Tenancy.required().value(), slot)
                .query(Slots::slot)
                .optional();
    }

    private static Slot slot(ResultSet row, int number) throws SQLException {
        return new Slot(
                row.getObject("id", UUID.class),
                instant(row, "from_at"),
                instant(row, "to_at"),
                instant(row, "closes_at"),
                row.getObject("unit_id", UUID.class),
                row.getLong("available"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}

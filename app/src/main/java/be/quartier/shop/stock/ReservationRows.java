package be.quartier.shop.stock;

import be.quartier.shop.stock.Reservation.State;
import be.quartier.shop.stock.Stock.Kind;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

/** The SQL of units and reservations. */
final class ReservationRows {

    /**
     * Takes what there is enough of. The inner select locks in ascending order and looks at the newest version of each row after
     * it got the lock; what there is too little of is not even waited for.
     */
    private static final String RESERVE = """
        update reservable_unit u
        set available = u.available - w.quantity
        from (
          select r.id, q.quantity
          from unnest(?::uuid[], ?::bigint[]) as q (id, quantity)
          join reservable_unit r on r.commune_id = ? and r.id = q.id and r.available >= q.quantity
          order by r.id
          for update of r
        ) w
        where u.commune_id = ? and u.id = w.id and u.available >= w.quantity
        returning u.id
        """;

    private static final String GIVE_BACK = """
        update reservable_unit u
        set available = u.available + w.quantity
        from (
          select r.id, q.quantity
          from unnest(?::uuid[], ?::bigint[]) as q (id, quantity)
          join reservable_unit r on r.commune_id = ? and r.id = q.id
          order by r.id
          for update of r
        ) w
        where u.commune_id = ? and u.id = w.id
        """;

    private static final String EXPIRE = """
        update reservation r
        set state = 'expired', ended_at = :now
        from (
          select id from reservation
          where commune_id = :commune and state = 'held' and expires_at <= :now
          order by expires_at
          limit :limit
          for update skip locked
        ) due
        where r.commune_id = :commune and r.id = due.id
        returning r.units, r.quantities
        """;

    /** What expired: how many reservations, and all their units together. */
    record Expired(int count, Map<UUID, Long> units) {}

    /** A reservation with what was asked, as the digits of its hash. */
    record Known(Reservation reservation, String request) {}

    private final JdbcClient jdbc;

    ReservationRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void create(int commune, UUID id, Kind kind, long available) {
        jdbc.sql("insert into reservable_unit (commune_id, id, kind, available) values (?, ?, ?, ?)")
                .params(commune, id, kind.name().toLowerCase(Locale.ROOT), available)
                .update();
    }

    boolean change(int commune, UUID unit, long delta) {
        return jdbc.sql("""
            update reservable_unit set available = available + :delta
            where commune_id = :commune and id = :id and available + :delta >= 0
            """)
                        .param("commune", commune)
                        .param("id", unit)
                        .param("delta", delta)
                        .update()
                == 1;
    }

    /** Changes all these units, locked in ascending order, or none: false when one would go below zero or is unknown. */
    boolean change(int commune, Map<UUID, Long> deltas) {
        SqlArrayValue units = uuids(deltas.keySet());
        SqlArrayValue numbers = longs(deltas.values());
        long fitting =
                jdbc.sql("""
            select count(*) from (
              select r.id, r.available + q.delta as rest
              from unnest(?::uuid[], ?::bigint[]) as q (id, delta)
              join reservable_unit r on r.commune_id = ? and r.id = q.id
              order by r.id
              for update of r
            ) w where w.rest >= 0
            """).params(units, numbers, commune).query(Long.class).single();
        if (fitting < deltas.size()) {
            return false;
        }
        jdbc.sql("""
            update reservable_unit u set available = u.available + q.delta
            from unnest(?::uuid[], ?::bigint[]) as q (id, delta)
            where u.commune_id = ? and u.id = q.id
            """).params(units, numbers, commune).update();
        return true;
    }

    Map<UUID, Long> available(int commune, Collection<UUID> units) {
        Map<UUID, Long> available = new TreeMap<>();
        jdbc.sql("select id, available from reservable_unit where commune_id = ? and id = any (?)")
                .params(commune, uuids(units))
                .query((ResultSet row) -> {
                    available.put(row.getObject(1, UUID.class), row.getLong(2));
                });
        return available;
    }

    /** Whether it is new; waits for the fate of another transaction's reservation of this key. */
    boolean add(int commune, Reservation made, String key, String request, Map<UUID, Long> units, Instant now) {
        return jdbc.sql("""
            insert into reservation
              (commune_id, id, key, request, units, quantities, state, created_at, expires_at, ended_at)
            values (:commune, :id, :key, :request, :units, :quantities, :state, :now, :expires,
              case when :state = 'held' then null else :now::timestamptz end)
            on conflict (commune_id, key) do nothing
            """)
                        .param("commune", commune)
                        .param("id", made.id())
                        .param("key", key)
                        .param("request", HexFormat.of().parseHex(request))
                        .param("units", uuids(units.keySet()))
                        .param("quantities", longs(units.values()))
                        .param("state", code(made.state()))
                        .param("now", at(now))
                        .param("expires", at(made.expiresAt()))
                        .update()
                == 1;
    }

    Set<UUID> reserve(int commune, Map<UUID, Long> units) {
        return new HashSet<>(jdbc.sql(RESERVE)
                .params(uuids(units.keySet()), longs(units.values()), commune, commune)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list());
    }

    void giveBack(int commune, Map<UUID, Long> units) {
        jdbc.sql(GIVE_BACK)
                .params(uuids(units.keySet()), longs(units.values()), commune, commune)
                .update();
    }

    void remove(int commune, UUID reservation) {
        jdbc.sql("delete from reservation where commune_id = ? and id = ?")
                .params(commune, reservation)
                .update();
    }

    /** Ends what is held; its units, or empty when it is held no longer. */
    Optional<Map<UUID, Long>> end(int commune, UUID reservation, State state, Instant now) {
        return jdbc.sql("""
            update reservation set state = ?, ended_at = ?
            where commune_id = ? and id = ? and state = 'held'
            returning units, quantities
            """)
                .params(code(state), at(now), commune, reservation)
                .query((row, number) -> units(row))
                .optional();
    }

    Expired expire(int commune, Instant now, int limit) {
        List<Map<UUID, Long>> ended = jdbc.sql(EXPIRE)
                .param("commune", commune)
                .param("now", at(now))
                .param("limit", limit)
                .query((row, number) -> units(row))
                .list();
        Map<UUID, Long> together = new TreeMap<>();
        ended.forEach(one -> one.forEach((unit, quantity) -> together.merge(unit, quantity, Math::addExact)));
        return new Expired(ended.size(), together);
    }

    Optional<Map<UUID, Long>> lockSold(int commune, UUID reservation) {
        return jdbc.sql("""
            select units, quantities from reservation
            where commune_id = ? and id = ? and state = 'taken'
            for update
            """)
                .params(commune, reservation)
                .query((row, number) -> units(row))
                .optional();
    }

    void stillSold(int commune, UUID reservation, Map<UUID, Long> units) {
        jdbc.sql("update reservation set units = ?, quantities = ? where commune_id = ? and id = ?")
                .params(uuids(units.keySet()), longs(units.values()), commune, reservation)
                .update();
    }

    Optional<Reservation> find(int commune, UUID reservation) {
        return jdbc.sql("select id, state, expires_at from reservation where commune_id = ? and id = ?")
                .params(commune, reservation)
                .query((row, number) -> reservation(row))
                .optional();
    }

    Optional<Reservation> find(int commune, String key) {
        return jdbc.sql("select id, state, expires_at from reservation where commune_id = ? and key = ?")
                .params(commune, key)
                .query((row, number) -> reservation(row))
                .optional();
    }

    Known byKey(int commune, String key) {
        return jdbc.sql("select id, state, expires_at, request from reservation where commune_id = ? and key = ?")
                .params(commune, key)
                .query((row, number) ->
                        new Known(reservation(row), HexFormat.of().formatHex(row.getBytes("request"))))
                .single();
    }

    void forget(int commune, Instant before) {
        jdbc.sql("""
            delete from reservation
            where commune_id = ? and state in ('released', 'expired') and ended_at < ?
            """).params(commune, at(before)).update();
    }

    private static Reservation reservation(ResultSet row) throws SQLException {
        return new Reservation(
                row.getObject("id", UUID.class),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getObject("expires_at", OffsetDateTime.class).toInstant());
    }

    private static Map<UUID, Long> units(ResultSet row) throws SQLException {
        Array units = row.getArray("units");
        UUID[] ids = (UUID[]) units.getArray();
        Long[] quantities = (Long[]) row.getArray("quantities").getArray();
        Map<UUID, Long> all = new TreeMap<>();
        for (int at = 0; at < ids.length; at++) {
            all.put(ids[at], quantities[at]);
        }
        return all;
    }

    private static String code(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static SqlArrayValue uuids(Collection<UUID> ids) {
        return new SqlArrayValue("uuid", ids.toArray());
    }

    private static SqlArrayValue longs(Collection<Long> numbers) {
        return new SqlArrayValue("bigint", numbers.toArray());
    }
}

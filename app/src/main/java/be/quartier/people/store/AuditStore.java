package be.quartier.people.store;

import be.quartier.commune.CommuneId;
import be.quartier.people.Actor;
import be.quartier.people.AuditLine;
import be.quartier.people.AuditQuery;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Rows of {@code audit_trail}. */
public final class AuditStore {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, String>> DETAILS = new TypeReference<>() {};

    /** A line's id and its instant are made one after the other. */
    private static final Duration SLACK = Duration.ofMinutes(1);

    private final JdbcClient jdbc;

    /** @param jdbc as the application's role */
    public AuditStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds a line. */
    public void add(CommuneId commune, AuditLine line) {
        jdbc.sql("""
                        insert into audit_trail (commune_id, id, at, actor_kind, actor, action, subject, details)
                        values (:commune, :id, :at, :kind, :actor, :action, :subject, :details::jsonb)
                        """)
                .param("commune", commune.value())
                .param("id", line.id())
                .param("at", line.at().atOffset(ZoneOffset.UTC))
                .param("kind", line.actor().kind())
                .param("actor", line.actor().which())
                .param("action", line.action())
                .param("subject", line.subject())
                .param("details", JSON.writeValueAsString(line.details()))
                .update();
    }

    /**
     * Newest first. Ids are made in order of time, so each filter is served by the end of an index: that of the primary key,
     * of the action, of the actor or of the subject, bounded by the ids of the days asked for.
     */
    public List<AuditLine> read(CommuneId commune, AuditQuery query, int limit) {
        var where = new StringBuilder("commune_id = :commune");
        Map<String, Object> values = new HashMap<>();
        query.from().ifPresent(from -> {
            where.append(" and at >= :from and id >= :first");
            values.put("from", from.atOffset(ZoneOffset.UTC));
            values.put("first", idAt(from.minus(SLACK)));
        });
        query.to().ifPresent(to -> {
            where.append(" and at < :to and id < :last");
            values.put("to", to.atOffset(ZoneOffset.UTC));
            values.put("last", idAt(to.plus(SLACK)));
        });
        if (!query.action().isEmpty()) {
            where.append(" and action = :action");
            values.put("action", query.action());
        }
        query.actor().ifPresent(actor -> {
            where.append(" and actor = :actor");
            values.put("actor", actor);
        });
        if (!query.subject().isEmpty()) {
            where.append(" and subject = :subject");
            values.put("subject", query.subject());
        }
        query.before().ifPresent(before -> {
            where.append(" and id < :before");
            values.put("before", before);
        });
        return jdbc.sql(
                        "select id, at, actor_kind, actor, action, subject, details::text as details from audit_trail where "
                                + where + " order by id desc limit :limit")
                .param("commune", commune.value())
                .params(values)
                .param("limit", limit)
                .query(AuditStore::line)
                .list();
    }

    /** The smallest id that could be made at an instant. */
    private static UUID idAt(Instant at) {
        return new UUID(Math.max(0, at.toEpochMilli()) << 16, 0);
    }

    /** Everybody who has a line: hops over the index from one actor to the next, however many lines each has. */
    public List<Actor> actors(CommuneId commune, int limit) {
        return jdbc.sql("""
                        with recursive hop as (
                          (select actor, actor_kind from audit_trail where commune_id = :commune order by actor limit 1)
                          union all
                          (select n.actor, n.actor_kind
                           from hop
                           cross join lateral (
                             select actor, actor_kind from audit_trail
                             where commune_id = :commune and actor > hop.actor
                             order by actor limit 1) n)
                        )
                        select actor_kind, actor from hop limit :limit
                        """)
                .param("commune", commune.value())
                .param("limit", limit)
                .query((row, number) -> actor(row.getString("actor_kind"), row.getString("actor")))
                .list();
    }

    private static AuditLine line(ResultSet row, int number) throws SQLException {
        return new AuditLine(
                row.getObject("id", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                actor(row.getString("actor_kind"), row.getString("actor")),
                row.getString("action"),
                row.getString("subject"),
                JSON.readValue(row.getString("details"), DETAILS));
    }

    private static Actor actor(String kind, String which) {
        return switch (kind) {
            case "person" -> new Actor.Person(UUID.fromString(which));
            case "till" -> new Actor.Till(UUID.fromString(which));
            case "job" -> new Actor.Job(which);
            default -> new Actor.Operator();
        };
    }
}

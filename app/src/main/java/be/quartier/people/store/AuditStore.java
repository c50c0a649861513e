package be.quartier.people.store;

import be.quartier.commune.CommuneId;
import be.quartier.people.Actor;
import be.quartier.people.AuditLine;
import be.quartier.people.AuditQuery;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
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

    /** Newest first. Ids are made in order of time, so the primary key serves the order and the page. */
    public List<AuditLine> read(CommuneId commune, AuditQuery query, int limit) {
        return jdbc.sql("""
                        select id, at, actor_kind, actor, action, subject, details::text as details
                        from audit_trail
                        where commune_id = :commune
                          and (cast(:from as timestamptz) is null or at >= :from)
                          and (cast(:to as timestamptz) is null or at < :to)
                          and (:action = '' or starts_with(action, :action))
                          and (cast(:actor as text) is null or actor = :actor)
                          and (:subject = '' or starts_with(subject, :subject))
                          and (cast(:before as uuid) is null or id < :before)
                        order by id desc
                        limit :limit
                        """)
                .param("commune", commune.value())
                .param(
                        "from",
                        query.from().map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null))
                .param("to", query.to().map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null))
                .param("action", query.action())
                .param("actor", query.actor().orElse(null))
                .param("subject", query.subject())
                .param("before", query.before().orElse(null))
                .param("limit", limit)
                .query(AuditStore::line)
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

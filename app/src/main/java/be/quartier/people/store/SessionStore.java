package be.quartier.people.store;

import be.quartier.commune.CommuneId;
import be.quartier.commune.Language;
import be.quartier.people.Grant;
import be.quartier.people.Person;
import be.quartier.people.Session;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows of {@code web_session}. */
public final class SessionStore {

    private static final String COLUMNS = """
            s.commune_id, s.id, s.person_id, s.method, s.started_at, s.last_seen_at, s.expires_at, s.device,
            s.second_factor_at, s.fresh_at, s.identity_level, s.shop_id
            """;

    private final JdbcClient jdbc;

    /** @param jdbc as the application's role */
    public SessionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A live session and whose it is, with the roles held at home. */
    public record Found(Session session, Person person, List<Grant> atHome) {}

    /** Adds a session. */
    public void add(Session session, byte[] secretHash, Duration idle) {
        jdbc.sql("""
                        insert into web_session
                          (commune_id, id, secret_hash, person_id, method, started_at, last_seen_at, idle_minutes,
                           expires_at, second_factor_at, fresh_at, identity_level, device)
                        values
                          (:commune, :id, :hash, :person, :method, :started, :seen, :idle,
                           :expires, :secondFactor, :fresh, :level, :device)
                        """)
                .param("commune", session.home().value())
                .param("id", session.id())
                .param("hash", secretHash)
                .param("person", session.person())
                .param("method", session.method().code())
                .param("started", session.startedAt().atOffset(ZoneOffset.UTC))
                .param("seen", session.lastSeenAt().atOffset(ZoneOffset.UTC))
                .param("idle", idle.toMinutes())
                .param("expires", session.expiresAt().atOffset(ZoneOffset.UTC))
                .param("secondFactor", utc(session.secondFactorAt()))
                .param("fresh", utc(session.freshAt()))
                .param("level", session.identityLevel())
                .param("device", session.device())
                .update();
    }

    /** The live session of a secret; served by its unique key, the grants by theirs. */
    public Optional<Found> find(CommuneId home, byte[] secretHash, Instant now) {
        List<Row> rows = jdbc.sql("""
                        select %s, p.id as known_id, p.home_commune_id, p.display_name, p.language,
                          g.person_id as grant_person, g.role, g.merchant_id
                        from web_session s
                        join person p on p.commune_id = s.commune_id and p.id = s.person_id
                        left join role_grant g on g.commune_id = s.commune_id and g.person_id = s.person_id
                        where s.commune_id = :commune
                          and s.secret_hash = :hash
                          and s.ended_at is null
                          and s.expires_at > :now
                          and s.last_seen_at + make_interval(mins => s.idle_minutes) > :now
                          and p.closed_at is null
                        order by g.granted_at, g.id
                        """.formatted(COLUMNS))
                .param("commune", home.value())
                .param("hash", secretHash)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(SessionStore::row)
                .list();
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new Found(
                        rows.getFirst().session(),
                        rows.getFirst().person(),
                        rows.stream().flatMap(row -> row.grant().stream()).toList()));
    }

    /** Notes that a session was used. */
    public void seen(Session session, Instant now) {
        jdbc.sql("update web_session set last_seen_at = :now where commune_id = :commune and id = :id")
                .param("commune", session.home().value())
                .param("id", session.id())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Notes that the person proved who they are, with a second factor or not. */
    public void confirmed(Session session, Instant now, boolean secondFactor) {
        jdbc.sql("""
                        update web_session
                        set fresh_at = :now,
                          second_factor_at = case when :second then :now else second_factor_at end
                        where commune_id = :commune and id = :id and ended_at is null
                        """)
                .param("commune", session.home().value())
                .param("id", session.id())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("second", secondFactor)
                .update();
    }

    /** Notes which shop the person works for from now on. */
    public void choose(Session session, UUID shop) {
        jdbc.sql("update web_session set shop_id = :shop where commune_id = :commune and id = :id")
                .param("commune", session.home().value())
                .param("id", session.id())
                .param("shop", shop)
                .update();
    }

    /** A person's sessions, live or not, as long as they are remembered: the newest 50; served by the index on the person. */
    public List<UUID> remembered(Session session) {
        return jdbc.sql("""
                        select id
                        from web_session
                        where commune_id = :commune and person_id = :person
                        order by started_at desc, id
                        limit 50
                        """)
                .param("commune", session.home().value())
                .param("person", session.person())
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
    }

    /** The session of a secret, live or not, as long as it is remembered. */
    public Optional<Session> past(CommuneId home, byte[] secretHash) {
        return jdbc.sql("""
                        select %s
                        from web_session s
                        where s.commune_id = :commune and s.secret_hash = :hash
                        """.formatted(COLUMNS))
                .param("commune", home.value())
                .param("hash", secretHash)
                .query((row, number) -> session(row))
                .optional();
    }

    /** Ends one session of a person; false when it was not live. */
    public boolean end(CommuneId home, UUID person, UUID session, Instant now) {
        return jdbc.sql("""
                                update web_session
                                set ended_at = :now
                                where commune_id = :commune and person_id = :person and id = :id and ended_at is null
                                """)
                        .param("commune", home.value())
                        .param("person", person)
                        .param("id", session)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Ends every session of a person but one; how many that were. */
    public int endAll(CommuneId home, UUID person, @Nullable UUID except, Instant now) {
        return jdbc.sql("""
                        update web_session
                        set ended_at = :now
                        where commune_id = :commune
                          and person_id = :person
                          and ended_at is null
                          and id is distinct from :except
                        """)
                .param("commune", home.value())
                .param("person", person)
                .param("except", except, java.sql.Types.OTHER)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** A person's live sessions, the last used first, at most 100; served by the index on the person. */
    public List<Session> live(CommuneId home, UUID person, Instant now) {
        return jdbc.sql("""
                        select %s
                        from web_session s
                        where s.commune_id = :commune
                          and s.person_id = :person
                          and s.ended_at is null
                          and s.expires_at > :now
                          and s.last_seen_at + make_interval(mins => s.idle_minutes) > :now
                        order by s.last_seen_at desc, s.id
                        limit 100
                        """.formatted(COLUMNS))
                .param("commune", home.value())
                .param("person", person)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) -> session(row))
                .list();
    }

    /** Forgets a person's sessions that ended or ran out before an instant. */
    public void forget(CommuneId home, UUID person, Instant before) {
        jdbc.sql("""
                        delete from web_session
                        where commune_id = :commune
                          and person_id = :person
                          and (ended_at < :before or expires_at < :before)
                        """)
                .param("commune", home.value())
                .param("person", person)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .update();
    }

    private record Row(Session session, Person person, Optional<Grant> grant) {}

    private static Row row(ResultSet row, int number) throws SQLException {
        UUID holder = row.getObject("grant_person", UUID.class);
        Person person = new Person(
                row.getObject("known_id", UUID.class),
                new CommuneId(row.getInt("home_commune_id")),
                row.getString("display_name"),
                Language.of(row.getString("language")).orElseThrow());
        return new Row(
                session(row), person, holder == null ? Optional.empty() : Optional.of(GrantStore.grant(row, holder)));
    }

    private static Session session(ResultSet row) throws SQLException {
        return new Session(
                row.getObject("id", UUID.class),
                new CommuneId(row.getInt("commune_id")),
                row.getObject("person_id", UUID.class),
                Session.Method.valueOf(row.getString("method").toUpperCase(Locale.ROOT)),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                row.getObject("last_seen_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                row.getString("device"),
                instant(row.getObject("second_factor_at", OffsetDateTime.class)),
                instant(row.getObject("fresh_at", OffsetDateTime.class)),
                row.getInt("identity_level"),
                Optional.ofNullable(row.getObject("shop_id", UUID.class)));
    }

    private static Optional<Instant> instant(@Nullable OffsetDateTime at) {
        return Optional.ofNullable(at).map(OffsetDateTime::toInstant);
    }

    private static @Nullable OffsetDateTime utc(Optional<Instant> at) {
        return at.map(instant -> instant.atOffset(ZoneOffset.UTC)).orElse(null);
    }
}

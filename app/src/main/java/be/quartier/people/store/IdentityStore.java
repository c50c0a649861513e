package be.quartier.people.store;

import be.quartier.commune.Tenancy;
import be.quartier.people.identity.LinkedIdentity;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows of {@code identity_link} and {@code identity_answer}, in the commune of {@link Tenancy}. */
public final class IdentityStore {

    private static final int LIST_MAX = 50;

    private final JdbcClient jdbc;

    /** @param jdbc as the application's role */
    public IdentityStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Links an identity to a person. */
    public void add(LinkedIdentity link, UUID person, byte[] loginHash) {
        jdbc.sql("""
                        insert into identity_link
                          (commune_id, id, person_id, login_hash, way, created_at, last_used_at)
                        values (:commune, :id, :person, :hash, :way, :created, :used)
                        """)
                .param("commune", Tenancy.required().value())
                .param("id", link.id())
                .param("person", person)
                .param("hash", loginHash)
                .param("way", link.way())
                .param("created", link.createdAt().atOffset(ZoneOffset.UTC))
                .param("used", link.lastUsedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Whose identity it is, noting that it was used; served by its unique key. */
    public Optional<UUID> use(byte[] loginHash, Instant now) {
        return jdbc.sql("""
                        update identity_link
                        set last_used_at = :now
                        where commune_id = :commune and login_hash = :hash
                        returning person_id
                        """)
                .param("commune", Tenancy.required().value())
                .param("hash", loginHash)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .optional();
    }

    /** A person's identities, the oldest first; served by the index on the person. */
    public List<LinkedIdentity> of(UUID person) {
        return jdbc.sql("""
                        select id, way, created_at, last_used_at
                        from identity_link
                        where commune_id = :commune and person_id = :person
                        order by created_at, id
                        limit :most
                        """)
                .param("commune", Tenancy.required().value())
                .param("person", person)
                .param("most", LIST_MAX)
                .query((row, number) -> new LinkedIdentity(
                        row.getObject("id", UUID.class),
                        row.getString("way"),
                        row.getObject("created_at", OffsetDateTime.class).toInstant(),
                        row.getObject("last_used_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Forgets one identity of a person; the hash it was found by, empty when it was not theirs. */
    public Optional<byte[]> forget(UUID person, UUID link) {
        return jdbc.sql("""
                        delete from identity_link
                        where commune_id = :commune and person_id = :person and id = :id
                        returning login_hash
                        """)
                .param("commune", Tenancy.required().value())
                .param("person", person)
                .param("id", link)
                .query((row, number) -> row.getBytes(1))
                .optional();
    }

    /** Notes that an answer was used; false when it had been already. Forgets those from before an instant. */
    public boolean answer(byte[] answerHash, Instant now, Instant before) {
        int here = Tenancy.required().value();
        jdbc.sql("delete from identity_answer where commune_id = :commune and answered_at < :before")
                .param("commune", here)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .update();
        return jdbc.sql("""
                                insert into identity_answer (commune_id, answer_hash, answered_at)
                                values (:commune, :hash, :now)
                                on conflict do nothing
                                """)
                        .param("commune", here)
                        .param("hash", answerHash)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }
}

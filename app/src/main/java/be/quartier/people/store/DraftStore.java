package be.quartier.people.store;

import be.quartier.commune.CommuneId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows of {@code draft}. */
public final class DraftStore {

    private final JdbcClient jdbc;

    /** @param jdbc as the application's role */
    public DraftStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps a draft; of one person only so many, the newest. */
    public void add(CommuneId home, UUID id, UUID person, byte[] sealed, Instant now, int most) {
        jdbc.sql("""
                        insert into draft (commune_id, id, person_id, sealed, kept_at)
                        values (:commune, :id, :person, :sealed, :now)
                        """)
                .param("commune", home.value())
                .param("id", id)
                .param("person", person)
                .param("sealed", sealed)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("""
                        delete from draft
                        where commune_id = :commune
                          and person_id = :person
                          and id not in (
                            select id
                            from draft
                            where commune_id = :commune and person_id = :person
                            order by kept_at desc, id desc
                            limit :most)
                        """)
                .param("commune", home.value())
                .param("person", person)
                .param("most", most)
                .update();
    }

    /** A person's draft. */
    public Optional<byte[]> find(CommuneId home, UUID id, UUID person, Instant since) {
        return jdbc.sql("""
                        select sealed
                        from draft
                        where commune_id = :commune and id = :id and person_id = :person and kept_at > :since
                        """)
                .param("commune", home.value())
                .param("id", id)
                .param("person", person)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(byte[].class)
                .optional();
    }

    /** Removes a draft. */
    public void remove(CommuneId home, UUID id, UUID person) {
        jdbc.sql("delete from draft where commune_id = :commune and id = :id and person_id = :person")
                .param("commune", home.value())
                .param("id", id)
                .param("person", person)
                .update();
    }

    /** Removes everything of a commune kept before an instant; served by the index on age. */
    public void forget(CommuneId home, Instant before) {
        jdbc.sql("delete from draft where commune_id = :commune and kept_at <= :before")
                .param("commune", home.value())
                .param("before", before.atOffset(ZoneOffset.UTC))
                .update();
    }
}

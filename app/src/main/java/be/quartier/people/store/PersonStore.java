package be.quartier.people.store;

import be.quartier.commune.CommuneId;
import be.quartier.commune.Language;
import be.quartier.people.Person;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows of {@code person} and {@code login_directory}. */
public final class PersonStore {

    private final JdbcClient jdbc;

    /** @param jdbc as the application's role */
    public PersonStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An address as stored: the hash it is found by and the sealed text it is written to. */
    public static final class StoredAddress {

        private final byte[] hash;
        private final byte[] sealed;

        /** @param hash 32 bytes */
        public StoredAddress(byte[] hash, byte[] sealed) {
            this.hash = hash.clone();
            this.sealed = sealed.clone();
        }

        /** What it is found by. */
        public byte[] hash() {
            return hash.clone();
        }

        /** What it is opened from. */
        public byte[] sealed() {
            return sealed.clone();
        }
    }

    /** The commune where the account of a login hash lives. */
    public Optional<CommuneId> home(byte[] loginHash) {
        return jdbc.sql("select commune_id from login_directory where login_hash = :hash")
                .param("hash", loginHash)
                .query(Integer.class)
                .optional()
                .map(CommuneId::new);
    }

    /** Claims a login hash for a commune; false when it is claimed already. Waits for a claim not yet committed. */
    public boolean claim(byte[] loginHash, CommuneId commune) {
        return jdbc.sql("""
                                insert into login_directory (login_hash, commune_id)
                                values (:hash, :commune)
                                on conflict do nothing
                                """)
                        .param("hash", loginHash)
                        .param("commune", commune.value())
                        .update()
                == 1;
    }

    /** Gives a login hash back. */
    public void release(byte[] loginHash) {
        jdbc.sql("delete from login_directory where login_hash = :hash")
                .param("hash", loginHash)
                .update();
    }

    /** Adds a person; nothing when the row is there already. */
    public void add(CommuneId commune, Person person, @Nullable StoredAddress address, Instant now) {
        jdbc.sql("""
                        insert into person
                          (commune_id, id, home_commune_id, email_hash, email_sealed, display_name, language, created_at)
                        values (:commune, :id, :home, :hash, :sealed, :name, :language, :now)
                        on conflict (commune_id, id) do nothing
                        """)
                .param("commune", commune.value())
                .param("id", person.id())
                .param("home", person.home().value())
                .param("hash", address == null ? null : address.hash())
                .param("sealed", address == null ? null : address.sealed())
                .param("name", person.name())
                .param("language", person.language().code())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** An open account, or a guest, by id; served by the primary key. */
    public Optional<Person> find(CommuneId commune, UUID id) {
        return jdbc.sql("""
                        select id, home_commune_id, display_name, language
                        from person
                        where commune_id = :commune and id = :id and closed_at is null
                        """)
                .param("commune", commune.value())
                .param("id", id)
                .query(PersonStore::person)
                .optional();
    }

    /** The open account of an address hash; served by its unique key. */
    public Optional<Person> byAddress(CommuneId commune, byte[] hash) {
        return jdbc.sql("""
                        select id, home_commune_id, display_name, language
                        from person
                        where commune_id = :commune and email_hash = :hash and closed_at is null
                        """)
                .param("commune", commune.value())
                .param("hash", hash)
                .query(PersonStore::person)
                .optional();
    }

    /** The sealed address of an account, if it has one. */
    public Optional<StoredAddress> address(CommuneId commune, UUID id) {
        return jdbc.sql("""
                        select email_hash, email_sealed
                        from person
                        where commune_id = :commune and id = :id and email_hash is not null
                        """)
                .param("commune", commune.value())
                .param("id", id)
                .query((row, number) -> new StoredAddress(row.getBytes(1), row.getBytes(2)))
                .optional();
    }

    /** Replaces the address of an account. */
    public void changeAddress(CommuneId commune, UUID id, StoredAddress address) {
        jdbc.sql("""
                        update person
                        set email_hash = :hash, email_sealed = :sealed
                        where commune_id = :commune and id = :id
                        """)
                .param("commune", commune.value())
                .param("id", id)
                .param("hash", address.hash())
                .param("sealed", address.sealed())
                .update();
    }

    /** Replaces display name and language. */
    public void rename(CommuneId commune, UUID id, String name, Language language) {
        jdbc.sql("""
                        update person
                        set display_name = :name, language = :language
                        where commune_id = :commune and id = :id
                        """)
                .param("commune", commune.value())
                .param("id", id)
                .param("name", name)
                .param("language", language.code())
                .update();
    }

    static Person person(ResultSet row, int number) throws SQLException {
        return new Person(
                row.getObject("id", UUID.class),
                new CommuneId(row.getInt("home_commune_id")),
                row.getString("display_name"),
                Language.of(row.getString("language")).orElseThrow());
    }
}

package be.quartier.people.store;

import be.quartier.commune.CommuneId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows of {@code one_time_code}. */
public final class CodeStore {

    private static final int TRIES_MAX = 5;

    private final JdbcClient jdbc;

    /** @param jdbc as the application's role */
    public CodeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A code as kept; nobody's when an address is unknown. */
    public static final class Kept {
        private final UUID id;
        private final String purpose;
        private final @Nullable UUID person;
        private final @Nullable UUID session;
        private final byte[] codeHash;
        private final byte @Nullable [] address;
        private final String returnTo;

        /** @param address the sealed new address, for a change of address only */
        public Kept(
                UUID id,
                String purpose,
                @Nullable UUID person,
                @Nullable UUID session,
                byte[] codeHash,
                byte @Nullable [] address,
                String returnTo) {
            this.id = id;
            this.purpose = purpose;
            this.person = person;
            this.session = session;
            this.codeHash = codeHash.clone();
            this.address = address == null ? null : address.clone();
            this.returnTo = returnTo;
        }

        /** Its id. */
        public UUID id() {
            return id;
        }

        /** Whose it is, if anybody's. */
        public Optional<UUID> person() {
            return Optional.ofNullable(person);
        }

        /** The keyed hash of the code. */
        public byte[] codeHash() {
            return codeHash.clone();
        }

        /** The sealed new address. */
        public Optional<byte[]> address() {
            return Optional.ofNullable(address).map(byte[]::clone);
        }

        /** Where to go on. */
        public String returnTo() {
            return returnTo;
        }
    }

    /** Adds a code and forgets those that ran out before it was made. */
    public void add(CommuneId commune, Kept code, byte[] linkHash, Instant now, Instant expires) {
        jdbc.sql("delete from one_time_code where commune_id = :commune and expires_at < :now")
                .param("commune", commune.value())
                .param("now", now.minusSeconds(3600).atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("""
                        insert into one_time_code
                          (commune_id, id, purpose, person_id, session_id, code_hash, link_hash, address, return_to,
                           expires_at)
                        values
                          (:commune, :id, :purpose, :person, :session, :code, :link, :address, :to, :expires)
                        """)
                .param("commune", commune.value())
                .param("id", code.id)
                .param("purpose", code.purpose)
                .param("person", code.person)
                .param("session", code.session)
                .param("code", code.codeHash)
                .param("link", linkHash)
                .param("address", code.address)
                .param("to", code.returnTo)
                .param("expires", expires.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The newest live code of a session for a purpose; served by the index on the session. */
    public Optional<UUID> ofSession(CommuneId commune, UUID session, String purpose, Instant now) {
        return jdbc.sql("""
                        select id
                        from one_time_code
                        where commune_id = :commune
                          and session_id = :session
                          and purpose = :purpose
                          and used_at is null
                          and expires_at > :now
                        order by expires_at desc
                        limit 1
                        """)
                .param("commune", commune.value())
                .param("session", session)
                .param("purpose", purpose)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .optional();
    }

    /** Counts a try and gives the code to compare with; empty when it ran out, was used or was tried five times. */
    public Optional<Kept> attempt(CommuneId commune, UUID id, Instant now) {
        return jdbc.sql("""
                        update one_time_code
                        set tries = tries + 1
                        where commune_id = :commune
                          and id = :id
                          and used_at is null
                          and expires_at > :now
                          and tries < :most
                        returning id, purpose, person_id, session_id, code_hash, address, return_to
                        """)
                .param("commune", commune.value())
                .param("id", id)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("most", TRIES_MAX)
                .query(CodeStore::kept)
                .optional();
    }

    /** The live code of a link, left as it is; served by its unique key. */
    public Optional<Kept> byLink(CommuneId commune, byte[] linkHash, Instant now) {
        return jdbc.sql("""
                        select id, purpose, person_id, session_id, code_hash, address, return_to
                        from one_time_code
                        where commune_id = :commune
                          and link_hash = :link
                          and purpose = 'sign-in'
                          and used_at is null
                          and expires_at > :now
                          and tries < :most
                        """)
                .param("commune", commune.value())
                .param("link", linkHash)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("most", TRIES_MAX)
                .query(CodeStore::kept)
                .optional();
    }

    /** Uses a code up; false when somebody was faster. */
    public boolean use(CommuneId commune, UUID id, Instant now) {
        return jdbc.sql("""
                                update one_time_code
                                set used_at = :now
                                where commune_id = :commune and id = :id and used_at is null
                                """)
                        .param("commune", commune.value())
                        .param("id", id)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private static Kept kept(ResultSet row, int number) throws SQLException {
        return new Kept(
                row.getObject("id", UUID.class),
                row.getString("purpose"),
                row.getObject("person_id", UUID.class),
                row.getObject("session_id", UUID.class),
                row.getBytes("code_hash"),
                row.getBytes("address"),
                row.getString("return_to"));
    }
}

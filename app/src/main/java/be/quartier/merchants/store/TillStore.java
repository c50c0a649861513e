package be.quartier.merchants.store;

import static be.quartier.merchants.store.Columns.id;
import static be.quartier.merchants.store.Columns.instant;
import static be.quartier.merchants.store.Columns.maybeInstant;

import be.quartier.commune.CommuneId;
import be.quartier.merchants.Till;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code till} and {@code till_pairing}. */
@Repository
public class TillStore {

    private final JdbcClient jdbc;

    /** @param jdbc as the application's role */
    public TillStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds a till. */
    public void add(CommuneId commune, Till till, byte[] tokenHash, Optional<UUID> by) {
        jdbc.sql("""
            insert into till (commune_id, id, merchant_id, name, token_hash, created_at, created_by)
            values (:commune, :id, :merchant, :name, :hash, :now, :by)
            """)
                .param("commune", commune.value())
                .param("id", till.id())
                .param("merchant", till.merchant())
                .param("name", till.name())
                .param("hash", tokenHash)
                .param("now", till.createdAt().atOffset(ZoneOffset.UTC))
                .param("by", by.orElse(null))
                .update();
    }

    /** The till of a token, unless it was revoked; found by the unique index on the hash. */
    public Optional<Till> active(CommuneId commune, byte[] tokenHash) {
        return jdbc.sql("""
            select id, merchant_id, name, created_at, last_used_at, revoked_at
            from till
            where commune_id = :commune
              and token_hash = :hash
              and revoked_at is null
            """)
                .param("commune", commune.value())
                .param("hash", tokenHash)
                .query(TillStore::read)
                .optional();
    }

    /** The tills of a merchant, those in use first. */
    public List<Till> of(CommuneId commune, UUID merchant) {
        return jdbc.sql("""
            select id, merchant_id, name, created_at, last_used_at, revoked_at
            from till
            where commune_id = :commune
              and merchant_id = :merchant
            order by revoked_at is not null, created_at, id
            """)
                .param("commune", commune.value())
                .param("merchant", merchant)
                .query(TillStore::read)
                .list();
    }

    /** Notes that a till was used; at most once a minute. */
    public void used(CommuneId commune, UUID till, Instant now) {
        jdbc.sql("""
            update till
            set last_used_at = :now
            where commune_id = :commune
              and id = :till
              and (last_used_at is null or last_used_at < :before)
            """)
                .param("commune", commune.value())
                .param("till", till)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("before", now.minusSeconds(60).atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Ends a till of this merchant; false when it was not in use. */
    public boolean revoke(CommuneId commune, UUID merchant, UUID till, Instant now, Optional<UUID> by) {
        return jdbc.sql("""
            update till
            set revoked_at = :now, revoked_by = :by
            where commune_id = :commune
              and merchant_id = :merchant
              and id = :till
              and revoked_at is null
            """)
                        .param("commune", commune.value())
                        .param("merchant", merchant)
                        .param("till", till)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("by", by.orElse(null))
                        .update()
                == 1;
    }

    /** Renames a till of this merchant; false when it has no such till. */
    public boolean rename(CommuneId commune, UUID merchant, UUID till, String name) {
        return jdbc.sql("""
            update till
            set name = :name
            where commune_id = :commune
              and merchant_id = :merchant
              and id = :till
              and revoked_at is null
            """)
                        .param("commune", commune.value())
                        .param("merchant", merchant)
                        .param("till", till)
                        .param("name", name)
                        .update()
                == 1;
    }

    /** A pairing code that waits to be typed. */
    public record Pairing(UUID id, UUID merchant, String name) {}

    /** Keeps a pairing code. */
    public void pair(
            CommuneId commune, Pairing pairing, byte[] codeHash, Instant now, Instant expires, Optional<UUID> by) {
        jdbc.sql("""
            insert into till_pairing
              (commune_id, id, merchant_id, name, code_hash, created_at, created_by, expires_at)
            values (:commune, :id, :merchant, :name, :hash, :now, :by, :expires)
            """)
                .param("commune", commune.value())
                .param("id", pairing.id())
                .param("merchant", pairing.merchant())
                .param("name", pairing.name())
                .param("hash", codeHash)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("by", by.orElse(null))
                .param("expires", expires.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Uses a code once: of two that type it at the same time one gets it. */
    public Optional<Pairing> redeem(CommuneId commune, byte[] codeHash, UUID till, Instant now) {
        return jdbc.sql("""
            update till_pairing
            set used_at = :now, till_id = :till
            where commune_id = :commune
              and code_hash = :hash
              and used_at is null
              and expires_at > :now
            returning id, merchant_id, name
            """)
                .param("commune", commune.value())
                .param("hash", codeHash)
                .param("till", till)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Pairing(id(row, "id"), id(row, "merchant_id"), row.getString("name")))
                .optional();
    }

    private static Till read(ResultSet row, int number) throws SQLException {
        return new Till(
                id(row, "id"),
                id(row, "merchant_id"),
                row.getString("name"),
                instant(row, "created_at"),
                maybeInstant(row, "last_used_at"),
                maybeInstant(row, "revoked_at"));
    }
}

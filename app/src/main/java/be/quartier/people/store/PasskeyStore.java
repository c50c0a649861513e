package be.quartier.people.store;

import be.quartier.commune.CommuneId;
import be.quartier.commune.Tenancy;
import be.quartier.installation.Ids;
import be.quartier.people.Passkey;
import be.quartier.people.UserHandle;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;

/** Rows of {@code passkey}, in the commune of {@link Tenancy}, as Spring Security's checks want to read and write them. */
public final class PasskeyStore implements UserCredentialRepository, PublicKeyCredentialUserEntityRepository {

    private final JdbcClient jdbc;
    private final Ids ids;

    /** @param jdbc as the application's role */
    public PasskeyStore(JdbcClient jdbc, Ids ids) {
        this.jdbc = jdbc;
        this.ids = ids;
    }

    /**
     * Keeps a new passkey, or what its use changed. A device that counts its signatures counts upwards: one that does not go
     * on from where the last left off is a copy, and nothing is kept. Spring Security compares with the count of the day the
     * passkey was made only.
     *
     * @throws IllegalArgumentException when the count does not go on
     */
    @Override
    public void save(CredentialRecord record) {
        UserHandle owner =
                UserHandle.of(record.getUserEntityUserId().getBytes()).orElseThrow();
        int kept = jdbc.sql("""
                        insert into passkey
                          (commune_id, id, person_id, credential_id, attestation, public_key, sign_count,
                           backup_eligible, backup_state, label, created_at, last_used_at)
                        values
                          (:commune, :id, :person, :credential, :attestation, :key, :count,
                           :eligible, :state, :label, :created, :used)
                        on conflict (commune_id, credential_id) do update
                        set sign_count = excluded.sign_count,
                          backup_state = excluded.backup_state,
                          last_used_at = excluded.last_used_at
                        where passkey.sign_count < excluded.sign_count
                          or (passkey.sign_count = 0 and excluded.sign_count = 0)
                        """)
                .param("commune", Tenancy.required().value())
                .param("id", ids.randomUuid())
                .param("person", owner.person())
                .param("credential", record.getCredentialId().getBytes())
                .param(
                        "attestation",
                        Objects.requireNonNull(record.getAttestationObject()).getBytes())
                .param("key", record.getPublicKey().getBytes())
                .param("count", record.getSignatureCount())
                .param("eligible", record.isBackupEligible())
                .param("state", record.isBackupState())
                .param("label", record.getLabel())
                .param("created", record.getCreated().atOffset(ZoneOffset.UTC))
                .param("used", record.getLastUsed().atOffset(ZoneOffset.UTC))
                .update();
        if (kept == 0) {
            throw new IllegalArgumentException("the passkey's count does not go on");
        }
    }

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes credentialId) {
        return jdbc.sql("select * from passkey where commune_id = :commune and credential_id = :credential")
                .param("commune", Tenancy.required().value())
                .param("credential", credentialId.getBytes())
                .query(PasskeyStore::record)
                .optional()
                .orElse(null);
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes userId) {
        return UserHandle.of(userId.getBytes()).stream()
                .flatMap(owner -> jdbc
                        .sql("select * from passkey where commune_id = :commune and person_id = :person limit 50")
                        .param("commune", Tenancy.required().value())
                        .param("person", owner.person())
                        .query(PasskeyStore::record)
                        .list()
                        .stream())
                .toList();
    }

    /** A person's passkeys, oldest first. */
    public List<Passkey> of(UUID person) {
        return jdbc.sql("""
                        select id, label, created_at, last_used_at
                        from passkey
                        where commune_id = :commune and person_id = :person
                        order by created_at, id
                        limit 50
                        """)
                .param("commune", Tenancy.required().value())
                .param("person", person)
                .query((row, number) -> new Passkey(
                        row.getObject("id", UUID.class),
                        row.getString("label"),
                        row.getObject("created_at", OffsetDateTime.class).toInstant(),
                        row.getObject("last_used_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Forgets one passkey of a person, or all of them; how many that were. */
    public int forget(UUID person, @Nullable UUID passkey) {
        return jdbc.sql("""
                        delete from passkey
                        where commune_id = :commune
                          and person_id = :person
                          and (cast(:id as uuid) is null or id = :id)
                        """)
                .param("commune", Tenancy.required().value())
                .param("person", person)
                .param("id", passkey, java.sql.Types.OTHER)
                .update();
    }

    /** Notes that a challenge was answered; false when it had been already. Forgets those older than an hour. */
    public boolean answer(byte[] challengeHash, Instant now) {
        CommuneId here = Tenancy.required();
        jdbc.sql("delete from passkey_answer where commune_id = :commune and answered_at < :before")
                .param("commune", here.value())
                .param("before", now.minusSeconds(3600).atOffset(ZoneOffset.UTC))
                .update();
        return jdbc.sql("""
                                insert into passkey_answer (commune_id, challenge_hash, answered_at)
                                values (:commune, :hash, :now)
                                on conflict do nothing
                                """)
                        .param("commune", here.value())
                        .param("hash", challengeHash)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    @Override
    public void delete(Bytes id) {
        throw new UnsupportedOperationException("passkeys are forgotten by their owner or an administrator");
    }

    /** The bare handle: names are not needed to check an answer. */
    @Override
    public PublicKeyCredentialUserEntity findById(Bytes id) {
        return ImmutablePublicKeyCredentialUserEntity.builder()
                .id(id)
                .name("-")
                .displayName("-")
                .build();
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findByUsername(String username) {
        return null;
    }

    @Override
    public void save(PublicKeyCredentialUserEntity user) {
        throw new UnsupportedOperationException("people are not made by passkeys");
    }

    private static CredentialRecord record(ResultSet row, int number) throws SQLException {
        var owner = new UserHandle(new CommuneId(row.getInt("commune_id")), row.getObject("person_id", UUID.class));
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(new Bytes(row.getBytes("credential_id")))
                .userEntityUserId(new Bytes(owner.bytes()))
                .publicKey(new ImmutablePublicKeyCose(row.getBytes("public_key")))
                .attestationObject(new Bytes(row.getBytes("attestation")))
                .signatureCount(row.getLong("sign_count"))
                .uvInitialized(true)
                .transports(Set.of())
                .backupEligible(row.getBoolean("backup_eligible"))
                .backupState(row.getBoolean("backup_state"))
                .label(row.getString("label"))
                .created(row.getObject("created_at", OffsetDateTime.class).toInstant())
                .lastUsed(row.getObject("last_used_at", OffsetDateTime.class).toInstant())
                .build();
    }
}

package be.quartier.merchants.store;

import be.quartier.commune.CommuneId;
import be.quartier.commune.Language;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code contract_acceptance}; only ever added. */
@Repository
public class ContractStore {

    private final JdbcClient jdbc;

    /** @param jdbc as the application's role */
    public ContractStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps that this version was accepted; false when it was before. */
    public boolean add(
            CommuneId commune, UUID id, UUID merchant, String version, Language language, Instant at, String by) {
        return jdbc.sql("""
            insert into contract_acceptance
              (commune_id, id, merchant_id, version, language, accepted_at, accepted_by)
            values (:commune, :id, :merchant, :version, :language, :at, :by)
            on conflict (commune_id, merchant_id, version) do nothing
            """)
                        .param("commune", commune.value())
                        .param("id", id)
                        .param("merchant", merchant)
                        .param("version", version)
                        .param("language", language.code())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("by", by)
                        .update()
                == 1;
    }

    /** The merchants that accepted a contract, of whatever version. */
    public Set<UUID> bound(CommuneId commune) {
        return Set.copyOf(jdbc.sql("select distinct merchant_id from contract_acceptance where commune_id = :commune")
                .param("commune", commune.value())
                .query((row, number) -> row.getObject("merchant_id", UUID.class))
                .list());
    }

    /** Whether a merchant accepted a contract, of whatever version. */
    public boolean binds(CommuneId commune, UUID merchant) {
        return jdbc.sql("""
            select exists (select from contract_acceptance c
              where c.commune_id = :commune and c.merchant_id = :merchant)
            """)
                .param("commune", commune.value())
                .param("merchant", merchant)
                .query(Boolean.class)
                .single();
    }
}

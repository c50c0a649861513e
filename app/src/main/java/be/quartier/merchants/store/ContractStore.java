package be.quartier.merchants.store;

import be.quartier.commune.CommuneId;
import be.quartier.commune.Language;
import java.time.Instant;
import java.time.ZoneOffset;
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

    /** Keeps that this version was accepted. */
    public void add(
            CommuneId commune, UUID id, UUID merchant, String version, Language language, Instant at, String by) {
        jdbc.sql("""
            insert into contract_acceptance
              (commune_id, id, merchant_id, version, language, accepted_at, accepted_by)
            values (:commune, :id, :merchant, :version, :language, :at, :by)
            """)
                .param("commune", commune.value())
                .param("id", id)
                .param("merchant", merchant)
                .param("version", version)
                .param("language", language.code())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .update();
    }
}

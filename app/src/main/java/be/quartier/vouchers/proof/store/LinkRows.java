package be.quartier.vouchers.proof.store;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where an application is answered to, and what opens its follow page. */
public final class LinkRows {

    private final JdbcClient jdbc;

    /** @param jdbc inside the transaction of a commune */
    public LinkRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The sealed address to answer to; empty once the personal data ended. */
    public Optional<byte[]> mail(int commune, UUID id) {
        return jdbc.sql(
                        "select mail from proof_application where commune_id = :commune and id = :id and mail is not null")
                .param("commune", commune)
                .param("id", id)
                .query((row, number) -> row.getBytes(1))
                .optional();
    }

    /** How often the link was made anew. */
    public int generation(int commune, UUID id) {
        return jdbc.sql("select token_generation from proof_application where commune_id = :commune and id = :id")
                .param("commune", commune)
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    /** Gives an application the link of another generation; the one before opens nothing any more. */
    public void renew(int commune, UUID id, int generation, byte[] hash, Instant until) {
        jdbc.sql("""
                        update proof_application
                        set token_generation = :generation, token_hash = :hash, token_until = :until
                        where commune_id = :commune and id = :id
                        """)
                .param("commune", commune)
                .param("id", id)
                .param("generation", generation)
                .param("hash", hash)
                .param("until", ApplicationRows.utc(until))
                .update();
    }

    /** Lets the present link open until a moment. */
    public void extend(int commune, UUID id, Instant until) {
        jdbc.sql("update proof_application set token_until = :until where commune_id = :commune and id = :id")
                .param("commune", commune)
                .param("id", id)
                .param("until", ApplicationRows.utc(until))
                .update();
    }
}

package be.quartier.messaging.store;

import be.quartier.commune.CommuneId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who asked not to receive mailings. */
public final class Refusals {

    private final JdbcClient jdbc;

    /** @param jdbc as the application's role */
    public Refusals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether this recipient refuses mailings. */
    public boolean has(CommuneId commune, Digest recipient) {
        return jdbc.sql("""
                        select exists (
                          select 1
                          from mailing_refusal
                          where commune_id = :commune
                            and recipient_hash = :hash)
                        """)
                .param("commune", commune.value())
                .param("hash", recipient.bytes())
                .query(Boolean.class)
                .single();
    }

    /** Remembers a refusal; a second one changes nothing. */
    public void add(CommuneId commune, Digest recipient, Instant at) {
        jdbc.sql("""
                        insert into mailing_refusal (commune_id, recipient_hash, refused_at)
                        values (:commune, :hash, :at)
                        on conflict do nothing
                        """)
                .param("commune", commune.value())
                .param("hash", recipient.bytes())
                .param("at", OutboxStore.utc(at))
                .update();
    }

    /** Forgets a refusal. */
    public void remove(CommuneId commune, Digest recipient) {
        jdbc.sql("delete from mailing_refusal where commune_id = :commune and recipient_hash = :hash")
                .param("commune", commune.value())
                .param("hash", recipient.bytes())
                .update();
    }

    /** To whom a message went, as a hash. */
    public Optional<Digest> recipientOf(CommuneId commune, UUID message) {
        return jdbc.sql("select recipient_hash from outbox_message where commune_id = :commune and id = :id")
                .param("commune", commune.value())
                .param("id", message)
                .query((row, number) -> new Digest(row.getBytes(1)))
                .optional();
    }
}

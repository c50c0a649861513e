package be.quartier.merchants.callbacks;

import be.quartier.commune.Brussels;
import be.quartier.commune.Language;
import be.quartier.commune.Tenancy;
import be.quartier.installation.Ids;
import be.quartier.people.Vault;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Forms kept for later: sealed under the master key, opened by a mailed secret of which only a keyed hash is kept, gone after
 * {@link #LIFE} or when the form is sent.
 */
@Component
@Transactional
public class CallBackDrafts {

    /** How long a form waits. */
    public static final Duration LIFE = Duration.ofDays(14);

    private static final String SEAL = "call-back-draft";
    private static final String HASH = "call-back-draft-link";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;
    private final CallBackMails mails;
    private final Vault vault;
    private final Ids ids;
    private final Clock clock;

    CallBackDrafts(JdbcClient jdbc, CallBackMails mails, Vault vault, Ids ids, Clock clock) {
        this.jdbc = jdbc;
        this.mails = mails;
        this.vault = vault;
        this.ids = ids;
        this.clock = clock;
    }

    /** Keeps these answers and mails the link that opens them again. */
    public void keep(Map<String, String> answers, String mail, Language language) {
        UUID id = ids.uuid();
        String token = vault.secret();
        Instant ends = clock.instant().plus(LIFE);
        jdbc.sql("""
                        insert into call_back_draft (commune_id, id, token_hash, answers, ends_at)
                        values (:commune, :id, :hash, :answers, :ends)
                        """)
                .param("commune", Tenancy.required().value())
                .param("id", id)
                .param("hash", hash(token))
                .param("answers", vault.seal(SEAL, JSON.writeValueAsString(answers)))
                .param("ends", ends.atOffset(ZoneOffset.UTC))
                .update();
        mails.draft(id, mail, language, token, Brussels.dateOf(ends));
    }

    /** The answers that a link opens; empty when it is none, or its time is over. */
    @Transactional(readOnly = true)
    public Optional<Map<String, String>> open(String token) {
        return jdbc.sql("""
                        select answers from call_back_draft
                        where commune_id = :commune and token_hash = :hash and ends_at > :now
                        """)
                .param("commune", Tenancy.required().value())
                .param("hash", hash(token))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, number) -> row.getBytes("answers"))
                .optional()
                .flatMap(bytes -> vault.open(SEAL, bytes))
                .map(json -> JSON.readValue(json, new TypeReference<Map<String, String>>() {}));
    }

    /** Forgets a form that was sent. */
    public void forget(String token) {
        jdbc.sql("delete from call_back_draft where commune_id = :commune and token_hash = :hash")
                .param("commune", Tenancy.required().value())
                .param("hash", hash(token))
                .update();
    }

    /** Forgets what waited long enough; how many. */
    int end() {
        return jdbc.sql("delete from call_back_draft where commune_id = :commune and ends_at <= :now")
                .param("commune", Tenancy.required().value())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private byte[] hash(String token) {
        return vault.hash(HASH, Tenancy.required().value() + " " + token);
    }
}

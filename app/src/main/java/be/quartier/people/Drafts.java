package be.quartier.people;

import be.quartier.commune.CommuneId;
import be.quartier.commune.Tenancy;
import be.quartier.installation.Ids;
import be.quartier.people.store.DraftStore;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * What people had typed when their session ended, so that nobody types it twice: sealed under the master key, given back to the
 * same person only, gone after {@link #LIFE}.
 */
public class Drafts {

    /** How long a draft waits for its person. */
    public static final Duration LIFE = Duration.ofMinutes(30);

    private static final String PURPOSE = "people-draft";
    private static final int BYTES_MAX = 200_000;
    private static final int MOST = 5;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final DraftStore store;
    private final Vault vault;
    private final Ids ids;
    private final InstantSource clock;
    private final TransactionTemplate transactions;

    /** @param clock the machine's own clock */
    public Drafts(
            DraftStore store, Vault vault, Ids ids, InstantSource clock, PlatformTransactionManager transactions) {
        this.store = store;
        this.vault = vault;
        this.ids = ids;
        this.clock = clock;
        this.transactions = new TransactionTemplate(transactions);
    }

    /**
     * What was typed and where.
     *
     * @param path path and query of the page that holds the form
     */
    public record Typed(String path, Map<String, List<String>> fields) {
        /** Copies the fields. */
        public Typed {
            fields = Map.copyOf(fields);
        }
    }

    /** Keeps what the person of a session typed, live or ended; nothing when that is too much. */
    public Optional<UUID> keep(Session session, Typed typed) {
        String json = JSON.writeValueAsString(typed);
        if (json.getBytes(StandardCharsets.UTF_8).length > BYTES_MAX) {
            return Optional.empty();
        }
        UUID id = ids.randomUuid();
        Instant now = clock.instant();
        CommuneId home = session.home();
        in(home, () -> {
            store.forget(home, now.minus(LIFE));
            store.add(home, id, session.person(), vault.seal(PURPOSE, json), now, MOST);
        });
        return Optional.of(id);
    }

    /** What the person of this session typed under that id, while it is kept. */
    public Optional<Typed> find(Session session, UUID id) {
        Instant since = clock.instant().minus(LIFE);
        return Tenancy.in(
                        session.home(),
                        () -> transactions.execute(status -> store.find(session.home(), id, session.person(), since)))
                .flatMap(bytes -> vault.open(PURPOSE, bytes))
                .map(json -> JSON.readValue(json, Typed.class));
    }

    /** Forgets a draft that is back in its form. */
    public void remove(Session session, UUID id) {
        in(session.home(), () -> store.remove(session.home(), id, session.person()));
    }

    private void in(CommuneId home, Runnable work) {
        Tenancy.run(home, () -> transactions.executeWithoutResult(status -> work.run()));
    }
}

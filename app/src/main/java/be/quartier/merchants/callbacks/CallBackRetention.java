package be.quartier.merchants.callbacks;

import be.quartier.commune.Tenancy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ends what tells who asked: {@link #KEPT} after the answer; what the merchant of a yes needs is the merchant's by then. */
@Component
public class CallBackRetention {

    /** How long a request keeps its personal data after the answer. */
    public static final Duration KEPT = Duration.ofDays(90);

    private final CallBackRows rows;
    private final CallEventRows events;
    private final CallBackDrafts drafts;
    private final Clock clock;

    CallBackRetention(JdbcClient jdbc, CallBackDrafts drafts, Clock clock) {
        this.rows = new CallBackRows(jdbc);
        this.events = new CallEventRows(jdbc);
        this.drafts = drafts;
        this.clock = clock;
    }

    /** Does it for the current commune; how many requests and kept forms it ended. */
    @Transactional
    public int round() {
        int commune = Tenancy.required().value();
        Instant now = clock.instant();
        List<UUID> emptied = rows.empty(commune, now.minus(KEPT), now);
        emptied.forEach(id -> events.empty(commune, id));
        return emptied.size() + drafts.end();
    }
}

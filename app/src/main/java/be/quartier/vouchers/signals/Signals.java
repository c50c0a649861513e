package be.quartier.vouchers.signals;

import be.quartier.commune.Tenancy;
import be.quartier.installation.Ids;
import be.quartier.merchants.Tills;
import be.quartier.people.Actor;
import be.quartier.people.AuditTrail;
import be.quartier.vouchers.signals.Signal.Decision;
import be.quartier.vouchers.signals.Signal.Look;
import be.quartier.vouchers.signals.store.SignalRows;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The queue of signals of the commune of {@link Tenancy}: kept by rounds, emptied by people who look and say why. */
@Component
@Transactional
public class Signals {

    /** The shortest note that says something. */
    public static final int NOTE_MIN = 5;

    /** The longest note kept. */
    public static final int NOTE_MAX = 500;

    private static final Duration KEPT = Duration.ofDays(365);

    private final SignalRows rows;
    private final Tills tills;
    private final AuditTrail audit;
    private final Ids ids;
    private final Clock clock;

    Signals(JdbcClient jdbc, Tills tills, AuditTrail audit, Ids ids, Clock clock) {
        this.rows = new SignalRows(jdbc);
        this.tills = tills;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Puts what was found into the queue. The same pattern again changes nothing; with newer purchases or a higher score it
     * replaces what stood there, and newer purchases open it again.
     */
    public void keep(Optional<UUID> campaign, Found found) {
        rows.keep(commune(), ids.uuid(), campaign, found, clock.instant());
    }

    /** Forgets what was settled a year ago. */
    public int forget() {
        return rows.forget(commune(), clock.instant().minus(KEPT));
    }

    /** What nobody has settled, the highest score first. */
    @Transactional(readOnly = true)
    public List<Signal> waiting() {
        return rows.waiting(commune());
    }

    /** A signal. */
    @Transactional(readOnly = true)
    public Optional<Signal> find(UUID signal) {
        return rows.find(commune(), signal);
    }

    /** The looks at a signal, oldest first. */
    @Transactional(readOnly = true)
    public List<Look> looks(UUID signal) {
        return rows.looks(commune(), signal);
    }

    /**
     * Keeps what somebody decided and why, and revokes the till when they say so. Of fifty identical ones at the same time one
     * counts.
     *
     * @return false when it was settled before, or has no till to block
     */
    public boolean decide(UUID signal, Decision decision, String note, UUID by) {
        Optional<Signal> locked = rows.lock(commune(), signal).filter(known -> known.state() != Signal.State.SETTLED);
        boolean possible =
                decision != Decision.BLOCK_TILL || locked.flatMap(Signal::till).isPresent();
        boolean again = decision == Decision.ASK
                && locked.filter(one -> one.state() == Signal.State.ASKED).isPresent();
        if (locked.isEmpty() || !possible || again) {
            return false;
        }
        Signal known = locked.get();
        Look look = new Look(clock.instant(), by, decision, note.strip());
        rows.look(commune(), ids.uuid(), signal, look);
        rows.settle(commune(), signal, decision == Decision.ASK ? Signal.State.ASKED : Signal.State.SETTLED);
        if (decision == Decision.BLOCK_TILL) {
            tills.revoke(known.merchant(), known.till().orElseThrow(), Optional.of(by));
        }
        audit.record(
                new Actor.Person(by),
                "signals.looked-at",
                "signal:" + signal,
                Map.of("signal", known.kind().code(), "decision", decision.code()));
        return true;
    }

    private static int commune() {
        return Tenancy.required().value();
    }
}

package be.quartier.ledger;

import be.quartier.operations.InstallationRound;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Audits once a minute or, where an audit takes long, more seldom. */
@Component
class AuditRounds extends InstallationRound {

    private static final Duration EVERY = Duration.ofMinutes(1);

    /** The audit rests at least this many times as long as it took, so that it never takes more than 5 % of a core. */
    private static final int REST = 20;

    private final Audit audit;
    private volatile Duration took = Duration.ZERO;

    AuditRounds(Audit audit) {
        super("ledger-audit", EVERY);
        this.audit = audit;
    }

    @Override
    protected boolean turn() {
        long before = System.nanoTime();
        try {
            audit.routine();
        } finally {
            took = Duration.ofNanos(System.nanoTime() - before);
        }
        return false;
    }

    @Override
    protected Duration pause() {
        Duration rest = took.multipliedBy(REST);
        return rest.compareTo(EVERY) > 0 ? rest : EVERY;
    }
}

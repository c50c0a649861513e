package be.quartier.messaging.delivery;

import be.quartier.commune.Commune;
import be.quartier.operations.CommuneRound;
import java.time.Duration;

/** Empties, every hour, the messages that left longer ago than {@link OutboxWorker#KEPT}. */
public final class ForgettingRounds extends CommuneRound {

    private final OutboxWorker worker;

    /** @param worker who empties them */
    public ForgettingRounds(OutboxWorker worker) {
        super("outbox-forgetting", Duration.ofHours(1));
        this.worker = worker;
    }

    @Override
    protected boolean turn(Commune commune) {
        worker.forget(commune);
        return false;
    }

    @Override
    protected boolean goesToTheRegion() {
        return true;
    }
}

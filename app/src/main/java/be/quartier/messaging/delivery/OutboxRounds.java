package be.quartier.messaging.delivery;

import be.quartier.commune.Commune;
import be.quartier.operations.CommuneRound;
import java.time.Duration;

/** Keeps the worker going while the application runs; a stop lets messages in hand finish by their lease. */
public final class OutboxRounds extends CommuneRound {

    private final OutboxWorker worker;

    /** @param worker to keep going */
    public OutboxRounds(OutboxWorker worker) {
        super("outbox", Duration.ofSeconds(3), worker.bell());
        this.worker = worker;
    }

    @Override
    protected boolean turn(Commune commune) {
        worker.round(commune);
        return false;
    }

    @Override
    protected boolean goesToTheRegion() {
        return true;
    }
}

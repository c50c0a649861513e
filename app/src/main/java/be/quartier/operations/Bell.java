package be.quartier.operations;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes a {@link Round} before its pause is over. Rung any number of times, it wakes it once; rung by any thread. */
public final class Bell {

    private final Semaphore rung = new Semaphore(0);

    /** Asks for a round now; while one is going on, another follows at once. */
    public void ring() {
        if (rung.availablePermits() == 0) {
            rung.release();
        }
    }

    /** Waits until somebody rings, at most so long. */
    void await(Duration longest) throws InterruptedException {
        if (rung.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS)) {
            rung.drainPermits();
        }
    }

    boolean isRung() {
        return rung.availablePermits() > 0;
    }
}

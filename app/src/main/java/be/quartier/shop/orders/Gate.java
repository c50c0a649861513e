package be.quartier.shop.orders;

import be.quartier.pages.Problem;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Lets so many orders be placed at once and the others wait in line, so that a rush takes no connection from anybody else. */
final class Gate {

    private static final int AT_ONCE = 12;
    /** How long anybody waits at most. */
    static final long SECONDS_MAX = 20;

    private final Semaphore places = new Semaphore(AT_ONCE, true);

    /**
     * Does the work when it is its turn.
     *
     * @throws Problem.Raised 503 {@code overloaded} when the line is too long; nothing was done
     */
    <T> T through(Supplier<T> work) {
        try {
            if (!places.tryAcquire(SECONDS_MAX, TimeUnit.SECONDS)) {
                throw overloaded();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw overloaded();
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }

    /** Too many order at once; nothing was done. */
    static Problem.Raised overloaded() {
        return Problem.of(503, "overloaded", "orders.api.overloaded").raised();
    }
}

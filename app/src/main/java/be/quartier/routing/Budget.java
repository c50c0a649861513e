package be.quartier.routing;

import java.time.Duration;
import java.util.function.LongSupplier;

/** How long to search. The search cools down over the whole of it, so a longer budget is not a shorter one continued. */
public sealed interface Budget {

    /** So many rounds of taking out and putting back: the same seed gives the same plan on every machine. */
    record Rounds(long count) implements Budget {

        /** Refuses with {@link IllegalArgumentException} less than no round. */
        public Rounds {
            Limits.within("the number of rounds", count, 0, Long.MAX_VALUE / 2);
        }
    }

    /**
     * So much time by a clock of nanoseconds; how many rounds that is depends on the machine, and with it the plan.
     *
     * @param length positive
     * @param nanos {@code System::nanoTime}, or the processor time of the thread that solves
     */
    record Time(Duration length, LongSupplier nanos) implements Budget {}

    /** So many rounds. */
    static Budget rounds(long count) {
        return new Rounds(count);
    }

    /** So much time on the wall. */
    static Budget time(Duration length) {
        return new Time(length, System::nanoTime);
    }
}

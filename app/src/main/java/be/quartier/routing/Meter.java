package be.quartier.routing;

import java.util.function.LongSupplier;

/** How much of a budget is used. The search asks in its thread; any thread may stop it. */
final class Meter {

    private final long roundsMost;
    private final long nanosMost;
    private final LongSupplier nanos;
    private long begin;
    private volatile long rounds;
    private double share;
    private volatile boolean stopped;

    Meter(Budget budget) {
        switch (budget) {
            case Budget.Rounds(long most) -> {
                roundsMost = most;
                nanosMost = Long.MAX_VALUE;
                nanos = () -> 0;
            }
            case Budget.Time(var length, var clock) -> {
                roundsMost = Long.MAX_VALUE;
                nanosMost = Math.max(1, length.toNanos());
                nanos = clock;
            }
        }
        share = roundsMost == 0 ? 1 : 0;
    }

    /** The budget counts from now on. */
    void begin() {
        begin = nanos.getAsLong();
    }

    /** The share used when it was last looked at, 1 and more when it is all. */
    double share() {
        return stopped ? 1 : share;
    }

    /** Counts rounds and looks at the clock. */
    double look(long more) {
        long counted = rounds + more;
        rounds = counted;
        share = roundsMost < Long.MAX_VALUE
                ? (double) counted / Math.max(1, roundsMost)
                : (double) (nanos.getAsLong() - begin) / nanosMost;
        return share();
    }

    long rounds() {
        return rounds;
    }

    void stop() {
        stopped = true;
    }
}

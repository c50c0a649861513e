package be.quartier.installation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The installation's clock: real time plus an offset that only a demo moves, and only forwards. In UTC.
 *
 * <p>Invariant: never goes backwards by {@link #advanceTo}.
 */
public final class InstallationClock extends Clock {

    private static final ScopedValue<Instant> PRETENDED = ScopedValue.newInstance();

    private final Clock real;
    private final AtomicReference<Duration> offset;

    /** @param offset how far ahead of {@code real} it starts, never negative */
    public InstallationClock(Clock real, Duration offset) {
        if (offset.isNegative()) {
            throw new IllegalArgumentException("the installation's clock never runs behind");
        }
        this.real = real;
        this.offset = new AtomicReference<>(offset);
    }

    @Override
    public Instant instant() {
        return PRETENDED.isBound() ? PRETENDED.get() : now();
    }

    private Instant now() {
        return real.instant().plus(offset.get());
    }

    /**
     * Runs work on this thread as if it were another moment, so that a demonstration can be given a past. Threads that the
     * work starts see the real moment.
     */
    public <T extends @org.jspecify.annotations.Nullable Object> T at(
            Instant moment, java.util.function.Supplier<T> work) {
        return ScopedValue.where(PRETENDED, moment).call(work::get);
    }

    /** How far ahead of real time it is. */
    public Duration offset() {
        return offset.get();
    }

    /** Moves it to an instant; false, and nothing changed, when that instant has passed already. */
    public boolean advanceTo(Instant instant) {
        Duration wanted = Duration.between(real.instant(), instant);
        Duration before = offset.get();
        return wanted.compareTo(before) >= 0 && offset.compareAndSet(before, wanted);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("instants are UTC; convert the instant instead");
    }
}

package be.quartier.merchants;

import be.quartier.commune.CommuneId;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Remembers tills for at most a second, so that a busy till does not cost a look-up per purchase.
 *
 * <p>Invariant: what was read before {@link #forgetAll} began is never given after it returned: an entry counts only in the epoch in
 * which its reading began.
 */
final class TillCache {

    /** How long a till revoked on another node may still be known here. */
    private static final long NANOS = 1_000_000_000L;

    private static final int MOST = 20_000;

    record Key(CommuneId commune, String tokenHash) {}

    private record Entry(Till till, long epoch, long readAt) {}

    private final ConcurrentHashMap<Key, Entry> entries = new ConcurrentHashMap<>();
    private final AtomicLong epoch = new AtomicLong();
    private final LongSupplier nanos;

    TillCache(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** The till of this key, read by {@code read} when it is not known or known for too long; unknown keys are not kept. */
    Optional<Till> get(Key key, Supplier<@Nullable Optional<Till>> read) {
        long now = nanos.getAsLong();
        Entry entry = entries.get(key);
        if (entry != null && entry.epoch == epoch.get() && now - entry.readAt < NANOS) {
            return Optional.of(entry.till);
        }
        long begun = epoch.get();
        Optional<Till> found = read.get();
        if (found == null || found.isEmpty()) {
            entries.remove(key);
            return Optional.empty();
        }
        if (entries.size() >= MOST) {
            entries.clear();
        }
        entries.put(key, new Entry(found.get(), begun, now));
        return found;
    }

    /** From now on everything is read again. */
    void forgetAll() {
        epoch.incrementAndGet();
        entries.clear();
    }
}

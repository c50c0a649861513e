package be.quartier.people;

import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Token buckets in memory, one per key: so many at once, refilled evenly. Bounded: when there are too many keys the one
 * unused longest is forgotten. Each node counts for itself.
 */
public final class RateLimit {

    private final int burst;
    private final long nanosPerToken;
    private final InstantSource clock;
    private final Map<String, Bucket> buckets;

    private record Bucket(double tokens, long at) {}

    /**
     * @param burst how many at once
     * @param per how long a full refill takes
     * @param keysMax how many keys are remembered
     */
    public RateLimit(int burst, Duration per, int keysMax, InstantSource clock) {
        if (burst < 1 || per.isNegative() || per.isZero() || keysMax < 1) {
            throw new IllegalArgumentException("a limit lets something through, in some time, for some keys");
        }
        this.burst = burst;
        this.nanosPerToken = per.toNanos() / burst;
        this.clock = clock;
        this.buckets = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
                return size() > keysMax;
            }
        };
    }

    /** Takes one token; empty when there was one, else the whole seconds, at least 1, until there will be. */
    public synchronized OptionalLong take(String key) {
        var instant = clock.instant();
        long now = instant.getEpochSecond() * 1_000_000_000L + instant.getNano();
        Bucket before = buckets.getOrDefault(key, new Bucket(burst, now));
        double refill = Math.max(0, now - before.at()) / (double) nanosPerToken;
        double tokens = Math.min(burst, before.tokens() + refill);
        if (tokens >= 1) {
            buckets.put(key, new Bucket(tokens - 1, now));
            return OptionalLong.empty();
        }
        buckets.put(key, new Bucket(tokens, now));
        return OptionalLong.of(1 + (long) ((1 - tokens) * nanosPerToken / 1_000_000_000.0));
    }

    /** How many keys are remembered. */
    synchronized int keys() {
        return buckets.size();
    }
}

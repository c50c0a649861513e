package be.quartier.installation;

import java.time.Clock;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * Makes identifiers: UUIDv7 (RFC 9562 §5.7) for everything that may be sorted by time, UUIDv4 where no time may be read
 * from the identifier (ballots, receipts).
 */
public final class Ids {

    private final Clock clock;
    private final RandomGenerator random;

    /** @param random a cryptographically strong source in production, a seeded one in simulations */
    public Ids(Clock clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    /** A new UUIDv7: 48 bits of milliseconds, 74 random bits. Unique; ordered between milliseconds, not within one. */
    public UUID uuid() {
        long millis = clock.millis();
        long high = (millis << 16) | 0x7000L | (random.nextLong() & 0x0FFFL);
        return new UUID(high, variant(random.nextLong()));
    }

    /** A new UUIDv4: 122 random bits and no time in it. */
    public UUID randomUuid() {
        long high = (random.nextLong() & ~0xF000L) | 0x4000L;
        return new UUID(high, variant(random.nextLong()));
    }

    private static long variant(long low) {
        return (low & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    }
}

package be.quartier.shop.slots;

import java.time.Instant;
import java.util.UUID;

/**
 * A window in which goods are brought.
 *
 * @param closes until when it can be ordered for
 * @param unit its places, as {@code shop.stock} counts them
 * @param available places left
 */
public record Slot(UUID id, Instant from, Instant to, Instant closes, UUID unit, long available) {

    /** Whether it can still be chosen. */
    public boolean openAt(Instant now) {
        return now.isBefore(closes);
    }
}

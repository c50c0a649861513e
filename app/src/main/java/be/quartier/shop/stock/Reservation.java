package be.quartier.shop.stock;

import java.time.Instant;
import java.util.UUID;

/**
 * Units promised to somebody.
 *
 * @param expiresAt until when they are held
 */
public record Reservation(UUID id, State state, Instant expiresAt) {

    /** Where a reservation stands. */
    public enum State {
        /** Nobody else can have the units. */
        HELD,
        /** Sold. */
        TAKEN,
        /** Given up before it was sold. */
        RELEASED,
        /** Its time ran out. */
        EXPIRED
    }
}

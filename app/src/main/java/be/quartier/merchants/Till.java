package be.quartier.merchants;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A device that takes vouchers for a merchant.
 *
 * @param name what the merchant calls it
 * @param lastUsedAt to the minute
 * @param revokedAt from then on its token is worth nothing
 */
public record Till(
        UUID id,
        UUID merchant,
        String name,
        Instant createdAt,
        Optional<Instant> lastUsedAt,
        Optional<Instant> revokedAt) {

    /** Whether its token counts. */
    public boolean inUse() {
        return revokedAt.isEmpty();
    }
}

package be.quartier.shop.sharing;

import be.quartier.commune.CommuneId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * How this commune stands with a partner, as long as neither ended it.
 *
 * @param signedAt when this commune signed
 * @param signedBy who signed for it
 * @param offeredAt when the partner told that it signed
 */
public record Agreement(
        CommuneId partner, Optional<Instant> signedAt, Optional<UUID> signedBy, Optional<Instant> offeredAt) {

    /** Since when both have signed. */
    public Optional<Instant> since() {
        return signedAt.flatMap(mine -> offeredAt.map(theirs -> mine.isAfter(theirs) ? mine : theirs));
    }

    /** Whether both have signed. */
    public boolean counts() {
        return since().isPresent();
    }
}

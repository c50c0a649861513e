package be.quartier.shop.stock;

import java.util.Set;
import java.util.UUID;

/** What became of the wish to reserve. */
public sealed interface ReserveOutcome {

    /** Held, all of it; or what the same key held before, whatever has become of it since. */
    record Held(Reservation reservation, boolean before) implements ReserveOutcome {}

    /** Nothing is held, because there is not enough of these units. */
    record Shortage(Set<UUID> units) implements ReserveOutcome {

        /** Copies. */
        public Shortage {
            units = Set.copyOf(units);
        }
    }

    /** The key was used for another wish; nothing is held. */
    record KeyReused() implements ReserveOutcome {}
}

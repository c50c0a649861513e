package be.quartier.people;

import be.quartier.commune.Role;
import java.util.Optional;
import java.util.UUID;

/**
 * A role a person holds in one commune.
 *
 * @param merchant the shop it is held in, for a merchant or a cashier
 */
public record Grant(UUID person, Role role, Optional<UUID> merchant) {

    /** A role held in the commune as a whole. */
    public static Grant of(UUID person, Role role) {
        return new Grant(person, role, Optional.empty());
    }
}

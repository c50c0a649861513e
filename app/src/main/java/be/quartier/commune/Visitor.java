package be.quartier.commune;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Who is asking, in the commune of the request.
 *
 * @param person the signed-in person, empty for anybody
 * @param name the person's display name, empty for anybody
 * @param roles the roles held in this commune; a role held elsewhere does not count
 * @param merchant the shop the person works for here and now, if any; roles held in another one do not count
 * @param shops every shop the person works for here, with the roles held in it, in the order they were given
 */
public record Visitor(
        Optional<UUID> person, String name, Set<Role> roles, Optional<UUID> merchant, Map<UUID, Set<Role>> shops) {

    /** Somebody who has not signed in. */
    public static final Visitor ANONYMOUS = new Visitor(Optional.empty(), "", Set.of(), Optional.empty(), Map.of());

    /** Copies the collections, the shops in their order. */
    public Visitor {
        roles = Set.copyOf(roles);
        shops = Collections.unmodifiableMap(new LinkedHashMap<>(shops));
    }

    /** Whether this is a person who signed in, with or without a role here. */
    public boolean signedIn() {
        return person.isPresent();
    }

    /** Whether the visitor holds at least one of these roles here. */
    public boolean is(Role... anyOf) {
        for (Role role : anyOf) {
            if (roles.contains(role)) {
                return true;
            }
        }
        return false;
    }

    /** The person's id; only for handlers that signed-in people alone may call. */
    public UUID id() {
        return person.orElseThrow(() -> new IllegalStateException("nobody is signed in"));
    }
}

package be.quartier.people;

import be.quartier.commune.Role;
import java.util.Set;

/** Somebody who works for the commune, and as what. */
public record Member(Person person, Set<Role> roles) {

    /** Copies the roles. */
    public Member {
        roles = Set.copyOf(roles);
    }
}

package be.quartier.people.gate;

import be.quartier.commune.Commune;
import be.quartier.commune.Language;
import be.quartier.commune.Role;
import be.quartier.commune.Tenancy;
import be.quartier.people.Accounts;
import be.quartier.people.Actor;
import be.quartier.people.Grant;
import be.quartier.people.Roles;
import be.quartier.people.Session;
import be.quartier.people.Sessions;
import java.util.UUID;

/** Makes people with roles and sessions for a test. */
record Persons(Accounts accounts, Roles roles, Sessions sessions) {

    UUID person(Commune commune, Role... held) {
        return Tenancy.in(commune.id(), () -> {
            UUID person = accounts.openWithoutAddress("Somebody", Language.FR);
            for (Role role : held) {
                roles.grant(Grant.of(person, role), new Actor.Operator());
            }
            return person;
        });
    }

    String cookie(Commune home, UUID person, boolean secondFactor) {
        return "quartier="
                + sessions.start(
                        new Sessions.Start(home.id(), person, Session.Method.MAIL, secondFactor, 0, "Test, Test"));
    }

    String signedIn(Commune home, Role... held) {
        return cookie(home, person(home, held), true);
    }
}

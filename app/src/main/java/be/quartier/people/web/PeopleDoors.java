package be.quartier.people.web;

import be.quartier.commune.Role;
import be.quartier.pages.Door;
import be.quartier.pages.Icon;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The ways in: to sign in, which the navigation has at its top already, and to the administration of people. */
@Configuration(proxyBeanMethods = false)
class PeopleDoors {

    private static final String DOOR = "people.door.";

    @Bean
    Door signInDoor() {
        return new Door(
                DOOR + "sign-in", "/sign-in", Icon.KEY, 90, new Door.Who.NotSignedIn(), Set.of(Door.Place.FRONT));
    }

    @Bean
    Door staffDoor() {
        return Door.forRoles(DOOR + "staff", "/staff", Icon.PEOPLE, 91, Role.ADMIN);
    }

    @Bean
    Door auditTrailDoor() {
        return Door.forRoles(DOOR + "audit", "/audit-trail", Icon.SEARCH, 94, Role.AUDITOR, Role.ADMIN);
    }
}

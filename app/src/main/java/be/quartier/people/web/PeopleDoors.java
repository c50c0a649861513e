package be.quartier.people.web;

import be.quartier.pages.Door;
import be.quartier.pages.Icon;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The way in for whoever has an account and is not signed in; the navigation has its own link at the top. */
@Configuration(proxyBeanMethods = false)
class PeopleDoors {

    private static final int ORDER = 90;

    @Bean
    Door signInDoor() {
        return new Door(
                "people.door.sign-in",
                "/sign-in",
                Icon.KEY,
                ORDER,
                new Door.Who.NotSignedIn(),
                Set.of(Door.Place.FRONT));
    }
}

package be.quartier.merchants.web;

import be.quartier.commune.Role;
import be.quartier.pages.Door;
import be.quartier.pages.Icon;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The ways in. */
@Configuration(proxyBeanMethods = false)
class MerchantDoors {

    private static final String DOOR = "merchants.door.";

    @Bean
    Door shopsDoor() {
        return Door.forEveryone(DOOR + "shops", "/shops", Icon.SHOP, 20);
    }

    @Bean
    Door counterDoor() {
        return Door.forRoles(DOOR + "counter", "/merchant/tills", Icon.TILL, 31, Role.MERCHANT);
    }

    @Bean
    Door officeDoor() {
        return Door.forRoles(DOOR + "office", "/merchants", Icon.SHOP, 61, Role.ECONOMY, Role.FINANCE, Role.AUDITOR);
    }

    @Bean
    Door callMeDoor() {
        return new Door(
                "callback.door.ask",
                "/shops/call-me",
                Icon.PLUS,
                21,
                new Door.Who.NotSignedIn(),
                Set.of(Door.Place.FRONT));
    }

    @Bean
    Door callBacksDoor() {
        return Door.forRoles("callback.door.queue", "/callbacks", Icon.CLOCK, 60, Role.ECONOMY);
    }
}

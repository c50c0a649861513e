package be.quartier.shop.intake;

import be.quartier.commune.Role;
import be.quartier.pages.Door;
import be.quartier.pages.Icon;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The way in. */
@Configuration(proxyBeanMethods = false)
class IntakeDoors {

    private static final int ORDER = 32;

    @Bean
    Door intakeDoor() {
        return Door.forRoles("intake.door", "/intake", Icon.PERSON, ORDER, Role.MERCHANT, Role.ECONOMY);
    }
}

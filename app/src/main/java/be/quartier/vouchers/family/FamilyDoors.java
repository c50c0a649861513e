package be.quartier.vouchers.family;

import be.quartier.pages.Door;
import be.quartier.pages.Icon;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The way in for a family that has its letter at hand. */
@Configuration(proxyBeanMethods = false)
class FamilyDoors {

    private static final int ORDER = 15;

    @Bean
    Door balanceDoor() {
        return Door.forEveryone("family.door", "/balance", Icon.EURO, ORDER);
    }
}

package be.quartier.vouchers.till;

import be.quartier.pages.Door;
import be.quartier.pages.Icon;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The till's door on the commune's first page. */
@Configuration(proxyBeanMethods = false)
class TillConfiguration {

    private static final int ORDER = 40;

    @Bean
    Door tillDoor() {
        return Door.forEveryone("till.door", "/till", Icon.TILL, ORDER).onlyIn(Door.Place.FRONT);
    }
}

package be.quartier.shop.basket;

import be.quartier.pages.Door;
import be.quartier.pages.Icon;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The way in. */
@Configuration(proxyBeanMethods = false)
class BasketDoors {

    private static final int ORDER = 12;

    @Bean
    Door basketDoor() {
        return Door.forEveryone("basket.door", "/basket", Icon.SHOP, ORDER).onlyIn(Door.Place.MENU);
    }
}

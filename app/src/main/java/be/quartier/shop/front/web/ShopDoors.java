package be.quartier.shop.front.web;

import be.quartier.commune.Role;
import be.quartier.pages.Door;
import be.quartier.pages.Icon;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The ways in. */
@Configuration(proxyBeanMethods = false)
class ShopDoors {

    @Bean
    Door shopFrontDoor() {
        return Door.forEveryone("front.door", "/shop", Icon.BASKET, 10);
    }

    @Bean
    Door guideDoor() {
        return Door.forEveryone("front.guide.door", "/shop/guide", Icon.INFO, 19)
                .onlyIn(Door.Place.FRONT);
    }

    @Bean
    Door productsDoor() {
        return Door.forRoles("catalogue.door", "/merchant/products", Icon.TAG, 30, Role.MERCHANT);
    }

    @Bean
    Door moderationDoor() {
        return Door.forRoles(
                "front.moderation.door", "/shop/moderation", Icon.BASKET, 62, Role.ECONOMY, Role.MODERATOR);
    }
}

package be.quartier.shop.sharing.web;

import be.quartier.commune.Role;
import be.quartier.pages.Door;
import be.quartier.pages.Icon;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The ways in. */
@Configuration(proxyBeanMethods = false)
class SharingDoors {

    @Bean
    Door agreementsDoor() {
        return Door.forRoles("sharing.door", "/shop/agreements", Icon.TOWN_HALL, 68, Role.ECONOMY);
    }

    @Bean
    Door neighboursDoor() {
        return Door.forRoles("sharing.merchant.door", "/merchant/neighbours", Icon.TOWN_HALL, 39, Role.MERCHANT)
                .onlyIn(Door.Place.FRONT);
    }
}

package be.quartier.shop.orders.web;

import be.quartier.commune.Role;
import be.quartier.pages.Door;
import be.quartier.pages.Icon;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The way in. */
@Configuration(proxyBeanMethods = false)
class OrderDoors {

    private static final int ORDER = 30;

    @Bean
    Door boardDoor() {
        return Door.forRoles("orders.door", "/merchant/orders", Icon.LIST, ORDER, Role.MERCHANT);
    }
}

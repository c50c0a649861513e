package be.quartier.shop.terms.web;

import be.quartier.commune.Role;
import be.quartier.pages.Door;
import be.quartier.pages.Icon;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The way in. */
@Configuration(proxyBeanMethods = false)
class TermsDoors {

    @Bean
    Door termsDoor() {
        return Door.forRoles("terms.door", "/merchant/terms", Icon.GEAR, 36, Role.MERCHANT);
    }
}

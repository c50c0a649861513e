package be.quartier.vouchers.live.web;

import be.quartier.commune.Role;
import be.quartier.pages.Door;
import be.quartier.pages.Icon;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The ways in. */
@Configuration(proxyBeanMethods = false)
class LiveDoors {

    private static final String DOOR = "live.door.";

    @Bean
    Door liveDoor() {
        return Door.forRoles(
                DOOR + "live",
                "/vouchers/live",
                Icon.CHART,
                61,
                Role.ECONOMY,
                Role.FINANCE,
                Role.APPROVER,
                Role.AUDITOR);
    }

    @Bean
    Door looksDoor() {
        return Door.forRoles(DOOR + "looks", "/vouchers/live/looks", Icon.LOCK, 95, Role.AUDITOR);
    }
}

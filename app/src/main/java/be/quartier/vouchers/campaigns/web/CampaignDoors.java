package be.quartier.vouchers.campaigns.web;

import be.quartier.commune.Role;
import be.quartier.pages.Door;
import be.quartier.pages.Icon;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The ways in. */
@Configuration(proxyBeanMethods = false)
class CampaignDoors {

    private static final String DOOR = "campaigns.door.";

    @Bean
    Door vouchersDoor() {
        return Door.forEveryone(DOOR + "public", "/vouchers", Icon.VOUCHER, 10);
    }

    @Bean
    Door campaignsDoor() {
        return Door.forRoles(
                DOOR + "staff",
                "/vouchers/campaigns",
                Icon.TOWN_HALL,
                60,
                Role.ECONOMY,
                Role.FINANCE,
                Role.APPROVER,
                Role.AUDITOR);
    }
}

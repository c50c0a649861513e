package be.quartier.vouchers.reimbursements.web;

import be.quartier.commune.Role;
import be.quartier.pages.Door;
import be.quartier.pages.Icon;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The ways in. */
@Configuration(proxyBeanMethods = false)
class ReimbursementDoors {

    private static final String DOOR = "reimbursements.door.";

    @Bean
    Door reimbursementsDoor() {
        return Door.forRoles(
                DOOR + "staff",
                "/vouchers/reimbursements",
                Icon.EURO,
                62,
                Role.ECONOMY,
                Role.FINANCE,
                Role.APPROVER,
                Role.AUDITOR);
    }

    @Bean
    Door paymentsDoor() {
        return Door.forRoles(DOOR + "shop", "/merchant/payments", Icon.EURO, 32, Role.MERCHANT);
    }
}

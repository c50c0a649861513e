package be.quartier.vouchers.proof.web;

import be.quartier.commune.Role;
import be.quartier.pages.Door;
import be.quartier.pages.Icon;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The way to the queue. */
@Configuration(proxyBeanMethods = false)
class ProofDoors {

    @Bean
    Door proofQueueDoor() {
        return Door.forRoles(
                "proof.door", "/vouchers/proofs", Icon.PERSON, 61, Role.ECONOMY, Role.ADMIN, Role.APPROVER);
    }
}

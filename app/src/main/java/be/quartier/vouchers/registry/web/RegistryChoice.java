package be.quartier.vouchers.registry.web;

import be.quartier.commune.Allows;
import be.quartier.commune.Commune;
import be.quartier.commune.Role;
import be.quartier.pages.Door;
import be.quartier.pages.Icon;
import be.quartier.pages.View;
import be.quartier.vouchers.campaigns.Campaign;
import be.quartier.vouchers.campaigns.Campaigns;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The way to the registry's extract: to the campaign it is for, where there are several. */
@Controller
class RegistryChoice {

    private final Campaigns campaigns;

    RegistryChoice(Campaigns campaigns) {
        this.campaigns = campaigns;
    }

    @Bean
    static Door registryDoor() {
        return Door.forRoles("registry.door", "/vouchers/registry", Icon.UPLOAD, 62, Role.ECONOMY, Role.ADMIN);
    }

    @GetMapping("/{commune}/vouchers/registry")
    @Allows({Role.ECONOMY, Role.ADMIN})
    View choose(Commune commune) {
        List<Campaign> waiting =
                campaigns.all().stream().filter(RegistryChoice::takesExtracts).toList();
        return waiting.size() == 1
                ? View.redirect(RegistryPages.path(commune, waiting.getFirst().id()))
                : View.of("vouchers/registry/choose", Map.of("campaigns", waiting));
    }

    private static boolean takesExtracts(Campaign campaign) {
        return switch (campaign.state()) {
            case DRAFT, VOTED, SUBMITTED, OPEN -> true;
            case CLOSED, SETTLED, CANCELLED -> false;
        };
    }
}

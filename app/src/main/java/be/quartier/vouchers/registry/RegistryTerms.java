package be.quartier.vouchers.registry;

import be.quartier.vouchers.campaigns.Campaign;
import be.quartier.vouchers.campaigns.CampaignState;
import be.quartier.vouchers.campaigns.Campaigns;
import be.quartier.vouchers.campaigns.Eligibility;
import be.quartier.vouchers.campaigns.EligibilityRule;
import be.quartier.vouchers.campaigns.EligibilityRule.AgeAutomatic;
import be.quartier.vouchers.campaigns.EligibilityRule.AgeOnProof;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Looks up what imports need to know of a campaign of the current commune. */
@Component
class RegistryTerms {

    private static final int AGE_TO = 18;

    private final Campaigns campaigns;

    RegistryTerms(Campaigns campaigns) {
        this.campaigns = campaigns;
    }

    Optional<ImportTerms> of(UUID campaign) {
        return campaigns.find(campaign).map(RegistryTerms::terms);
    }

    private static ImportTerms terms(Campaign campaign) {
        return new ImportTerms(
                campaign.id(),
                campaign.name(),
                campaign.state() == CampaignState.OPEN,
                campaign.terms().money().amountCents(),
                campaign.terms().reference(),
                new Eligibility(rules(campaign)));
    }

    /** A regulation that says no age yet gives to children from 0 to 18. */
    private static List<EligibilityRule> rules(Campaign campaign) {
        List<EligibilityRule> rules = new ArrayList<>(campaign.terms().rules());
        if (rules.stream().noneMatch(rule -> rule instanceof AgeAutomatic || rule instanceof AgeOnProof)) {
            rules.add(new AgeAutomatic(0, AGE_TO, campaign.terms().reference(), ""));
        }
        return rules;
    }
}

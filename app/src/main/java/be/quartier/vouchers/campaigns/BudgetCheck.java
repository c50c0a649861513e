package be.quartier.vouchers.campaigns;

import be.quartier.commune.Commune;
import be.quartier.ledger.AccountKind;
import be.quartier.ledger.Accounts;
import be.quartier.ledger.AuditCheck;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * The budget that a campaign says the council voted is the one that the ledger got from the council: nothing before the
 * opening, all of it from then on. The ledger's own check says that the account tree holds as much.
 */
@Component
class BudgetCheck implements AuditCheck {

    private final Campaigns campaigns;
    private final Accounts accounts;

    BudgetCheck(Campaigns campaigns, Accounts accounts) {
        this.campaigns = campaigns;
        this.accounts = accounts;
    }

    @Override
    public String name() {
        return "voted-budget-equals-funding";
    }

    @Override
    public List<String> faults(Commune commune, Depth depth) {
        return campaigns.all().stream()
                .filter(campaign -> funded(campaign) != due(campaign))
                .map(campaign ->
                        "campaign " + campaign.id() + " (" + campaign.state().code() + "): " + due(campaign)
                                + " cents are voted for it, the ledger got " + funded(campaign))
                .toList();
    }

    /** The council's account goes below zero by what it gave. */
    private long funded(Campaign campaign) {
        return -accounts.balanceCents(Accounts.id(campaign.id(), AccountKind.BUDGET));
    }

    private static long due(Campaign campaign) {
        return switch (campaign.state()) {
            case DRAFT, VOTED, SUBMITTED, CANCELLED -> 0;
            case OPEN, CLOSED, SETTLED -> campaign.terms().money().budgetCents();
        };
    }
}

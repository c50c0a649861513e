package be.quartier.vouchers.campaigns;

import be.quartier.commune.Brussels;
import be.quartier.testing.Fixture;
import be.quartier.vouchers.campaigns.CampaignTerms.Calendar;
import be.quartier.vouchers.campaigns.CampaignTerms.Money;
import be.quartier.vouchers.campaigns.CampaignTerms.Spending;
import java.time.Clock;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;

/** Carries a campaign through all its acts to open, as two people would. */
@Fixture
public class OpenedCampaigns {

    private final Campaigns campaigns;
    private final Clock clock;

    /** @param campaigns the real ones */
    public OpenedCampaigns(Campaigns campaigns, Clock clock) {
        this.campaigns = campaigns;
        this.clock = clock;
    }

    /** A campaign of the current commune, open, spendable since ten days and for sixty more. */
    public UUID open(long budgetCents) {
        return open(budgetCents, new Spending(List.of(), OptionalLong.empty(), OptionalLong.empty()));
    }

    /** The same, spent only so. */
    public UUID open(long budgetCents, Spending spending) {
        var id = UUID.randomUUID();
        var writer = new Actor(UUID.randomUUID(), true, false);
        var signer = new Actor(UUID.randomUUID(), false, true);
        var today = Brussels.today(clock);
        campaigns.create(id, "Bons rentrée", writer.person());
        for (var step : Step.values()) {
            var now = campaigns.find(id).orElseThrow();
            campaigns.edit(
                    id,
                    now.version(),
                    step,
                    draft -> new Campaign(
                            id,
                            draft.name(),
                            draft.words(),
                            draft.progress().until(today.plusDays(60)),
                            draft.terms()
                                    .costing(new Money(budgetCents, today.getYear(), 100_00, 500))
                                    .spentBy(spending)
                                    .scheduled(new Calendar(today.minusDays(10), 30)),
                            draft.version()),
                    writer.person());
        }
        campaigns.act(id, new CampaignAct.Vote("CC-41", today), writer);
        campaigns.act(id, new CampaignAct.Submit(List.of()), writer);
        var opened = campaigns.act(id, new CampaignAct.Open(), signer);
        if (!(opened instanceof ActDecision.Moved)) {
            throw new IllegalStateException("the campaign did not open: " + opened);
        }
        return id;
    }
}

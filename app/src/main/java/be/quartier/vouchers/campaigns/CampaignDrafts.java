package be.quartier.vouchers.campaigns;

import be.quartier.commune.Language;
import be.quartier.vouchers.campaigns.CampaignTerms.Calendar;
import be.quartier.vouchers.campaigns.CampaignTerms.Decision;
import be.quartier.vouchers.campaigns.CampaignTerms.Money;
import be.quartier.vouchers.campaigns.CampaignTerms.Reimbursement;
import be.quartier.vouchers.campaigns.CampaignTerms.Spending;
import be.quartier.vouchers.campaigns.EligibilityRule.AgeAutomatic;
import be.quartier.vouchers.campaigns.EligibilityRule.LateArrivals;
import be.quartier.vouchers.campaigns.EligibilityRule.ProtectedAddress;
import be.quartier.vouchers.campaigns.EligibilityRule.ResidentOn;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;

/** What a campaign becomes by an edit or an act; pure. */
final class CampaignDrafts {

    private static final long AMOUNT_CENTS = 10_000;
    private static final int LAST_CHILD_AGE = 18;
    private static final int HALF = 500;
    private static final int MONTH = 30;
    private static final long DOUBLE_SIGN_CENTS = 500_000;

    private CampaignDrafts() {}

    /** A draft with believable first values; every step is still to be looked at. */
    static Campaign fresh(UUID id, String name, UUID creator, LocalDate today, Optional<Reimbursement> account) {
        var start = today.plusMonths(1).withDayOfMonth(1);
        var rules = List.<EligibilityRule>of(
                new AgeAutomatic(0, LAST_CHILD_AGE, start, ""),
                new ResidentOn(start, ""),
                new LateArrivals(start.plusMonths(2), ""),
                new ProtectedAddress(Delivery.COUNTER, ""));
        var terms = new CampaignTerms(
                Decision.NONE,
                "",
                new Money(0, start.getYear(), AMOUNT_CENTS, HALF),
                rules,
                new Calendar(start, MONTH),
                new Spending(List.of(), OptionalLong.empty(), OptionalLong.empty()),
                List.of(Language.FR),
                account.orElse(new Reimbursement("", "", DOUBLE_SIGN_CENTS)),
                Set.of());
        var lastDay = start.plusMonths(4).minusDays(1);
        return new Campaign(id, name, Map.of(), CampaignProgress.drafted(creator, lastDay), terms, 0);
    }

    static Campaign done(Campaign campaign, Step step) {
        return with(campaign, campaign.progress(), campaign.terms().after(step));
    }

    /** The campaign after an act that was allowed. */
    static Campaign after(Campaign now, CampaignAct act, CampaignProgress progress) {
        return switch (act) {
            case CampaignAct.Vote vote ->
                with(
                        now,
                        progress,
                        now.terms().decided(new Decision(vote.reference().strip(), Optional.of(vote.day()))));
            case CampaignAct.TakeBack back -> with(now, progress, now.terms().decided(Decision.NONE));
            case CampaignAct.Extend extend ->
                with(now, progress, now.terms().costing(now.terms().money().carriedBy(extend.budgetYear())));
            case CampaignAct.Submit other -> with(now, progress, now.terms());
            case CampaignAct.SendBack other -> with(now, progress, now.terms());
            case CampaignAct.Open other -> with(now, progress, now.terms());
            case CampaignAct.Close other -> with(now, progress, now.terms());
            case CampaignAct.Settle other -> with(now, progress, now.terms());
            case CampaignAct.Cancel other -> with(now, progress, now.terms());
        };
    }

    private static Campaign with(Campaign now, CampaignProgress progress, CampaignTerms terms) {
        return new Campaign(now.id(), now.name(), now.words(), progress, terms, now.version());
    }
}

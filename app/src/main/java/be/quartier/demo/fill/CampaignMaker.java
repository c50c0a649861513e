package be.quartier.demo.fill;

import be.quartier.commune.Language;
import be.quartier.commune.Role;
import be.quartier.demo.region.CampaignWords;
import be.quartier.demo.region.Town;
import be.quartier.installation.Ids;
import be.quartier.installation.InstallationClock;
import be.quartier.vouchers.campaigns.ActDecision;
import be.quartier.vouchers.campaigns.Actor;
import be.quartier.vouchers.campaigns.Campaign;
import be.quartier.vouchers.campaigns.CampaignAct;
import be.quartier.vouchers.campaigns.CampaignTerms;
import be.quartier.vouchers.campaigns.Campaigns;
import be.quartier.vouchers.campaigns.Delivery;
import be.quartier.vouchers.campaigns.EditOutcome;
import be.quartier.vouchers.campaigns.EligibilityRule;
import be.quartier.vouchers.campaigns.Step;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Carries a campaign from its first word to its opening by two people, as they would have done it at the time. */
@Component
class CampaignMaker {

    static final long VOUCHER_CENTS = 10_000;

    private static final long DOUBLE_SIGN_CENTS = 500_000;
    private static final Duration FROM_DRAFT_TO_VOTE = Duration.ofDays(14);
    private static final Duration FROM_VOTE_TO_OPENING = Duration.ofDays(6);

    private final Campaigns campaigns;
    private final RegulationPaper paper;
    private final Cast cast;
    private final Ids ids;
    private final InstallationClock clock;

    CampaignMaker(Campaigns campaigns, RegulationPaper paper, Cast cast, Ids ids, InstallationClock clock) {
        this.campaigns = campaigns;
        this.paper = paper;
        this.cast = cast;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * A campaign to be made.
     *
     * @param words key of its title
     * @param decision the council's reference
     * @param opened when it was opened
     */
    record Wanted(
            String words, String decision, Instant opened, LocalDate validFrom, LocalDate lastDay, long budgetCents) {}

    /** Makes and opens it; every shop that takes part now takes its vouchers. */
    UUID open(Town town, Wanted wanted) {
        UUID economy = cast.person(town, Role.ECONOMY);
        Actor writer = new Actor(economy, true, false);
        Actor approver = new Actor(cast.person(town, Role.APPROVER), false, true);
        Instant voted = wanted.opened().minus(FROM_VOTE_TO_OPENING);
        Map<Language, String> titles = CampaignWords.of(wanted.words());
        UUID id = clock.at(voted.minus(FROM_DRAFT_TO_VOTE), () -> {
            UUID made = ids.uuid();
            Campaign draft = campaigns.create(made, titles.getOrDefault(Language.FR, ""), economy);
            write(town, draft, wanted, economy);
            campaigns.attach(made, paper.of(town, wanted), economy);
            return made;
        });
        LocalDate day = voted.atZone(be.quartier.commune.Brussels.ZONE).toLocalDate();
        clock.at(voted, () -> act(id, new CampaignAct.Vote(wanted.decision(), day), writer));
        clock.at(voted.plus(Duration.ofDays(2)), () -> act(id, new CampaignAct.Submit(List.of()), writer));
        clock.at(wanted.opened(), () -> act(id, new CampaignAct.Open(), approver));
        return id;
    }

    /** One act that must succeed. */
    boolean act(UUID campaign, CampaignAct act, Actor actor) {
        return switch (campaigns.act(campaign, act, actor)) {
            case ActDecision.Moved moved -> true;
            case ActDecision.Refused refused ->
                throw new IllegalStateException("The demonstration's campaign was refused: " + refused);
        };
    }

    private void write(Town town, Campaign draft, Wanted wanted, UUID editor) {
        CampaignTerms terms = terms(town, draft.terms(), wanted);
        Map<Language, Campaign.Words> words = new EnumMap<>(Language.class);
        CampaignWords.of(wanted.words())
                .forEach((language, title) -> words.put(
                        language,
                        new Campaign.Words(title, CampaignWords.of("letter").getOrDefault(language, ""))));
        Campaign now = draft;
        for (Step step : Step.values()) {
            now = edited(campaigns.edit(
                    draft.id(),
                    now.version(),
                    step,
                    before -> new Campaign(
                            before.id(),
                            before.name(),
                            words,
                            before.progress().until(wanted.lastDay()),
                            new CampaignTerms(
                                    before.terms().decision(),
                                    terms.regulation(),
                                    terms.money(),
                                    terms.rules(),
                                    terms.calendar(),
                                    terms.spending(),
                                    terms.languages(),
                                    terms.reimbursement(),
                                    before.terms().done()),
                            before.version()),
                    editor));
        }
    }

    private static Campaign edited(EditOutcome outcome) {
        return switch (outcome) {
            case EditOutcome.Edited(Campaign campaign) -> campaign;
            case EditOutcome.Unknown other -> throw new IllegalStateException("The campaign is gone");
            case EditOutcome.NotADraft other -> throw new IllegalStateException("The campaign is no draft");
            case EditOutcome.Stale other -> throw new IllegalStateException("Somebody else edits the campaign");
        };
    }

    private static CampaignTerms terms(Town town, CampaignTerms first, Wanted wanted) {
        LocalDate reference = wanted.validFrom();
        List<EligibilityRule> rules = List.of(
                new EligibilityRule.AgeAutomatic(0, 18, reference, "art. 2 § 1"),
                new EligibilityRule.AgeOnProof(
                        19, 21, reference, wanted.lastDay().minusDays(30), "art. 2 § 2"),
                new EligibilityRule.ResidentOn(reference, "art. 3"),
                new EligibilityRule.LateArrivals(reference.plusMonths(3), "art. 4"),
                new EligibilityRule.ProtectedAddress(Delivery.COUNTER, "art. 7"));
        return first.regulated("1.0")
                .costing(new CampaignTerms.Money(
                        wanted.budgetCents(), wanted.validFrom().getYear(), VOUCHER_CENTS, 500))
                .entitling(rules)
                .scheduled(new CampaignTerms.Calendar(wanted.validFrom(), 30))
                .spentBy(new CampaignTerms.Spending(List.of(), OptionalLong.empty(), OptionalLong.empty()))
                .spokenIn(List.of(Language.values()))
                .reimbursed(new CampaignTerms.Reimbursement(
                        town.name(Language.FR), town.shops().getLast().iban(), DOUBLE_SIGN_CENTS));
    }
}

package be.quartier.vouchers.campaigns;

import be.quartier.commune.Language;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What the council votes, as a campaign carries it.
 *
 * @param decision the council's decision
 * @param regulation the regulation's version, empty while unknown
 * @param money budget and worth of a voucher
 * @param rules who gets one
 * @param calendar from when it can be spent; the last day is the progress's
 * @param spending where and how much at once
 * @param languages of letters and the public page, the first first
 * @param reimbursement from where and how shops are paid
 * @param done the steps that somebody has filled in
 */
public record CampaignTerms(
        Decision decision,
        String regulation,
        Money money,
        List<EligibilityRule> rules,
        Calendar calendar,
        Spending spending,
        List<Language> languages,
        Reimbursement reimbursement,
        Set<Step> done) {

    /**
     * The council's decision.
     *
     * @param reference its number in the council's register, empty before the vote
     * @param day the day of the vote
     */
    public record Decision(String reference, Optional<LocalDate> day) {
        /** Before the vote. */
        public static final Decision NONE = new Decision("", Optional.empty());
    }

    /**
     * What it may cost.
     *
     * @param budgetCents what may be spent in all; 0 while unknown
     * @param budgetYear the year of the budget that carries it
     * @param amountCents worth of one voucher
     * @param proofShare how many of a thousand children entitled on proof are expected to hand one in
     */
    public record Money(long budgetCents, int budgetYear, long amountCents, int proofShare) {
        /** The same money carried by another year's budget. */
        Money carriedBy(int year) {
            return new Money(budgetCents, year, amountCents, proofShare);
        }
    }

    /**
     * From when.
     *
     * @param validFrom first day of spending
     * @param reminderDays days before the last day on which families with money left are reminded; 0 for never
     */
    public record Calendar(LocalDate validFrom, int reminderDays) {}

    /**
     * Where and how much at once.
     *
     * @param trades codes of the accepted trades; empty accepts all
     * @param purchaseLimit most that one purchase may take
     * @param dayLimit most that one voucher may spend in a day
     */
    public record Spending(List<String> trades, OptionalLong purchaseLimit, OptionalLong dayLimit) {
        /** Keeps its own copy. */
        public Spending {
            trades = List.copyOf(trades);
        }
    }

    /**
     * From where and how shops are paid.
     *
     * @param debtorName name of the account holder, at most 70 characters
     * @param debtorIban the account that pays, checked, without spaces; empty while unknown
     * @param doubleSignCents runs of at least this total need a second signature
     */
    public record Reimbursement(String debtorName, String debtorIban, long doubleSignCents) {}

    /** Keeps its own copies. */
    public CampaignTerms {
        rules = List.copyOf(rules);
        languages = List.copyOf(languages);
        done = Set.copyOf(done);
    }

    /** Codes of what is still missing before a second person can be asked to open it; empty when complete. */
    public List<String> missing() {
        var missing = new ArrayList<String>();
        for (var step : Step.values()) {
            if (!done.contains(step)) {
                missing.add(step.code());
            }
        }
        if (decision.reference().isBlank() || decision.day().isEmpty()) {
            missing.add("decision");
        }
        return missing;
    }

    /** The rules together; empty while no age is written. */
    public Optional<Eligibility> eligibility() {
        var aged = rules.stream().anyMatch(rule -> rule.code().startsWith("age-"));
        return aged ? Optional.of(new Eligibility(rules)) : Optional.empty();
    }

    /** The day on which ages are taken; the first day of spending while no age rule is written. */
    public LocalDate reference() {
        return eligibility().map(Eligibility::reference).orElse(calendar.validFrom());
    }

    /** The same terms, one more step filled in. */
    CampaignTerms after(Step step) {
        var more = EnumSet.of(step);
        more.addAll(done);
        return new CampaignTerms(
                decision, regulation, money, rules, calendar, spending, languages, reimbursement, more);
    }

    /** The same terms with the council's decision. */
    CampaignTerms decided(Decision by) {
        return new CampaignTerms(by, regulation, money, rules, calendar, spending, languages, reimbursement, done);
    }

    /** The same terms with another version of the regulation. */
    public CampaignTerms regulated(String version) {
        return new CampaignTerms(decision, version, money, rules, calendar, spending, languages, reimbursement, done);
    }

    /** The same terms with other money. */
    public CampaignTerms costing(Money other) {
        return new CampaignTerms(
                decision, regulation, other, rules, calendar, spending, languages, reimbursement, done);
    }

    /** The same terms for other children. */
    public CampaignTerms entitling(List<EligibilityRule> others) {
        return new CampaignTerms(
                decision, regulation, money, others, calendar, spending, languages, reimbursement, done);
    }

    /** The same terms at other times. */
    public CampaignTerms scheduled(Calendar other) {
        return new CampaignTerms(decision, regulation, money, rules, other, spending, languages, reimbursement, done);
    }

    /** The same terms, spent elsewhere or otherwise. */
    public CampaignTerms spentBy(Spending other) {
        return new CampaignTerms(decision, regulation, money, rules, calendar, other, languages, reimbursement, done);
    }

    /** The same terms in other languages. */
    public CampaignTerms spokenIn(List<Language> others) {
        return new CampaignTerms(decision, regulation, money, rules, calendar, spending, others, reimbursement, done);
    }

    /** The same terms with shops paid otherwise. */
    public CampaignTerms reimbursed(Reimbursement other) {
        return new CampaignTerms(decision, regulation, money, rules, calendar, spending, languages, other, done);
    }
}

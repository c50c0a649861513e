package be.quartier.vouchers.campaigns.web;

import be.quartier.commune.Language;
import be.quartier.pages.Form;
import be.quartier.pages.Formats;
import be.quartier.vouchers.campaigns.Campaign;
import be.quartier.vouchers.campaigns.EligibilityRule;
import be.quartier.vouchers.campaigns.EligibilityRule.AgeAutomatic;
import be.quartier.vouchers.campaigns.EligibilityRule.AgeOnProof;
import be.quartier.vouchers.campaigns.EligibilityRule.LateArrivals;
import be.quartier.vouchers.campaigns.EligibilityRule.ProtectedAddress;
import be.quartier.vouchers.campaigns.EligibilityRule.ResidentOn;
import be.quartier.vouchers.campaigns.Step;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** The forms of a campaign's steps, filled with what the campaign says now. */
final class StepForms {

    private final Formats formats;

    StepForms(Formats formats) {
        this.formats = formats;
    }

    /** The form of a step, filled. */
    Form filled(Step step, Campaign campaign) {
        var form = Form.empty();
        var terms = campaign.terms();
        return switch (step) {
            case TITLE -> titles(form, campaign);
            case REGULATION -> form.with("version", terms.regulation());
            case MONEY -> money(form, campaign);
            case CHILDREN -> children(terms.rules());
            case DATES ->
                form.with("from", terms.calendar().validFrom().toString())
                        .with("until", campaign.progress().lastDay().toString())
                        .with("reminder", Integer.toString(terms.calendar().reminderDays()));
            case TRADES -> Form.of(Map.of("trades", terms.spending().trades().toArray(String[]::new)));
            case LIMITS ->
                form.with("purchase", typed(terms.spending().purchaseLimit()))
                        .with("day", typed(terms.spending().dayLimit()));
            case LETTER -> letter(campaign);
            case REIMBURSEMENT ->
                form.with("debtor", terms.reimbursement().debtorName())
                        .with("iban", terms.reimbursement().debtorIban())
                        .with("double", formats.typed(terms.reimbursement().doubleSignCents()));
        };
    }

    private static Form titles(Form form, Campaign campaign) {
        form.with("name", campaign.name());
        for (var language : Language.values()) {
            form.with("title-" + language.code(), words(campaign, language).title());
        }
        return form;
    }

    private Form money(Form form, Campaign campaign) {
        var money = campaign.terms().money();
        return form.with("budget", money.budgetCents() == 0 ? "" : formats.typed(money.budgetCents()))
                .with("year", Integer.toString(money.budgetYear()))
                .with("amount", formats.typed(money.amountCents()))
                .with("share", Integer.toString(money.proofShare() / 10));
    }

    private static Form letter(Campaign campaign) {
        var values = new HashMap<String, String[]>();
        values.put(
                "languages",
                campaign.terms().languages().stream().map(Language::code).toArray(String[]::new));
        for (var language : Language.values()) {
            values.put(
                    "letter-" + language.code(),
                    new String[] {words(campaign, language).letter()});
        }
        return Form.of(values);
    }

    private static Form children(List<EligibilityRule> rules) {
        var form = Form.empty();
        for (var rule : rules) {
            switch (rule) {
                case AgeAutomatic band ->
                    form.with("from", Integer.toString(band.from()))
                            .with("to", Integer.toString(band.to()))
                            .with("reference", band.reference().toString())
                            .with("age-source", band.source());
                case AgeOnProof band ->
                    form.with("proof", "yes")
                            .with("proof-from", Integer.toString(band.from()))
                            .with("proof-to", Integer.toString(band.to()))
                            .with("reference", band.reference().toString())
                            .with("deadline", band.deadline().toString())
                            .with("proof-source", band.source());
                case ResidentOn on -> form.with("resident", on.day().toString()).with("resident-source", on.source());
                case LateArrivals late ->
                    form.with("late", late.until().toString()).with("late-source", late.source());
                case ProtectedAddress address ->
                    form.with("delivery", address.delivery().code()).with("delivery-source", address.source());
            }
        }
        return form;
    }

    private String typed(OptionalLong cents) {
        return cents.isPresent() ? formats.typed(cents.getAsLong()) : "";
    }

    private static Campaign.Words words(Campaign campaign, Language language) {
        return campaign.words().getOrDefault(language, Campaign.Words.NONE);
    }
}

package be.quartier.vouchers.proof.web;

import be.quartier.commune.Commune;
import be.quartier.commune.Language;
import be.quartier.pages.Form;
import be.quartier.people.EmailAddress;
import be.quartier.vouchers.campaigns.Campaign;
import be.quartier.vouchers.campaigns.EligibilityRule.AgeOnProof;
import be.quartier.vouchers.campaigns.Verdict.Entitlement;
import be.quartier.vouchers.proof.ProofApplication;
import be.quartier.vouchers.proof.ProofApplication.Young;
import be.quartier.vouchers.proof.ProofDesk.Order;
import be.quartier.vouchers.proof.ProofKind;
import be.quartier.vouchers.proof.ProofTerms;
import be.quartier.vouchers.proof.Sent;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads what an applicant typed, step by step, and says what is wrong. */
final class ApplyReader {

    private static final int NAME_MAX = 80;
    private static final int PARENT_MAX = 100;
    private static final int NUMBER_MAX = 10;
    private static final int TOWN_MAX = 60;

    private final Form form;
    private final Campaign campaign;
    private final AgeOnProof rule;
    private final Commune commune;
    private final LocalDate today;

    ApplyReader(Form form, Campaign campaign, AgeOnProof rule, Commune commune, LocalDate today) {
        this.form = form;
        this.campaign = campaign;
        this.rule = rule;
        this.commune = commune;
        this.today = today;
    }

    /** Checks the fields of one page. */
    void check(ApplyStep step) {
        switch (step) {
            case WHO -> who();
            case WHERE -> where();
            case PROOF -> {
                if (ProofKind.of(form.text("kind")).isEmpty()) {
                    form.refuse("kind", "proof.form.kind");
                }
            }
        }
    }

    private void who() {
        if (!form.chosen("self", "yes") && !form.chosen("self", "no")) {
            form.refuse("self", "proof.form.self");
        }
        if (form.chosen("self", "no")) {
            text("parent", PARENT_MAX);
        }
        name("first");
        name("last");
        Optional<LocalDate> birth = form.date("birth");
        if (birth.isEmpty() || birth.get().isAfter(today) || birth.get().getYear() < 1900) {
            form.refuse("birth", "proof.form.birth");
            return;
        }
        Entitlement entitlement = ProofTerms.verdict(campaign, birth.get()).entitlement();
        if (entitlement == Entitlement.AUTOMATIC) {
            form.refuse("birth", "proof.form.birth.automatic");
        } else if (entitlement != Entitlement.ON_PROOF) {
            form.refuse("birth", "proof.form.birth.age", rule.from(), rule.to(), rule.reference());
        }
    }

    private void where() {
        text("street", PARENT_MAX);
        text("number", NUMBER_MAX);
        if (form.text("box").length() > NUMBER_MAX) {
            form.refuse("box", "proof.form.long", NUMBER_MAX);
        }
        if (!form.text("postcode").matches("[1-9][0-9]{3}")) {
            form.refuse("postcode", "proof.form.postcode");
        } else if (!commune.postcodes().isEmpty() && !commune.postcodes().contains(form.text("postcode"))) {
            form.refuse("postcode", "proof.form.postcode.other");
        }
        text("town", TOWN_MAX);
        if (EmailAddress.of(form.text("mail")).isEmpty()) {
            form.refuse("mail", "proof.form.mail");
        }
        if (Language.of(form.text("language")).isEmpty()) {
            form.refuse("language", "proof.form.language");
        }
    }

    private void name(String field) {
        text(field, NAME_MAX);
        String typed = form.text(field);
        if (!typed.isEmpty() && typed.chars().noneMatch(Character::isLetter)) {
            form.refuse(field, "proof.form.required." + field);
        }
    }

    private void text(String field, int most) {
        if (!form.has(field)) {
            form.refuse(field, "proof.form.required." + field);
        } else if (form.text(field).length() > most) {
            form.refuse(field, "proof.form.long", most);
        }
    }

    /** The whole application; call it once every page was checked. */
    Order order(UUID id, Optional<UUID> account, List<Sent> documents) {
        Language language = Language.of(form.text("language")).orElseThrow();
        var home = new ProofApplication.Home(
                form.text("street"), form.text("number"), form.text("box"), form.text("postcode"), form.text("town"));
        LocalDate birth = form.date("birth").orElseThrow();
        Young who = Young.typed(form.text("last"), form.text("first"), birth, home, language);
        return new Order(
                id,
                campaign.id(),
                who,
                form.chosen("self", "no") ? Optional.of(form.text("parent")) : Optional.empty(),
                ProofKind.of(form.text("kind")).orElseThrow(),
                EmailAddress.of(form.text("mail")).orElseThrow(),
                account,
                documents);
    }
}

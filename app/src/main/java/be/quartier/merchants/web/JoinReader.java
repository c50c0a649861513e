package be.quartier.merchants.web;

import be.quartier.commune.Language;
import be.quartier.merchants.Application;
import be.quartier.merchants.Merchants;
import be.quartier.merchants.Trades;
import be.quartier.messaging.Recipient;
import be.quartier.money.Bce;
import be.quartier.money.Iban;
import be.quartier.money.Parsed;
import be.quartier.pages.Form;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Checks what was typed on each page of signing up, and makes the application of it in the end. */
@Component
class JoinReader {

    private final Merchants merchants;
    private final Trades trades;

    JoinReader(Merchants merchants, Trades trades) {
        this.merchants = merchants;
        this.trades = trades;
    }

    /** Refuses what is wrong with the fields of one page. */
    void check(JoinStep step, Form form) {
        switch (step) {
            case ENTERPRISE -> enterprise(form);
            case SHOP -> shop(form);
            case PLACE -> ShopFields.checkPlace(form);
            case HOURS -> ShopFields.checkHours(form);
            case ACCOUNT -> account(form);
            case CONTACT -> contact(form);
            case CONTRACT -> {
                if (!form.chosen("agree", "yes")) {
                    form.refuse("agree", "merchants.join.agree.missing");
                }
            }
        }
    }

    /** The application, when every page is right. */
    Optional<Application> read(Form form, Language language) {
        for (JoinStep step : JoinStep.values()) {
            check(step, form);
        }
        if (form.refused()) {
            return Optional.empty();
        }
        return Optional.of(new Application(
                form.text("name"),
                Bce.parse(form.text("bce")).orThrow(),
                form.text("trade"),
                Iban.parse(form.text("iban")).orThrow(),
                form.text("holder"),
                ShopFields.place(form),
                ShopFields.hours(form),
                form.text("contact"),
                form.text("mail"),
                language,
                form.text("version")));
    }

    private void enterprise(Form form) {
        switch (Bce.parse(form.text("bce"))) {
            case Parsed.Invalid<Bce>(var flaw) -> form.refuse("bce", flaw.key());
            case Parsed.Valid<Bce>(Bce bce) -> {
                if (merchants.byBce(bce).isPresent()) {
                    form.refuse("bce", "merchants.join.known");
                }
            }
        }
    }

    private void shop(Form form) {
        ShopFields.required(form, "name", 120);
        if (trades.all().stream().noneMatch(trade -> trade.code().equals(form.text("trade")))) {
            form.refuse("trade", "merchants.join.trade.missing");
        }
    }

    /** Refuses a wrong account or a missing holder. */
    static void account(Form form) {
        Iban.parse(form.text("iban")).wrong().ifPresent(flaw -> form.refuse("iban", flaw.key()));
        ShopFields.required(form, "holder", 120);
    }

    private static void contact(Form form) {
        ShopFields.required(form, "contact", 120);
        if (!Recipient.Mail.valid(form.text("mail"))) {
            form.refuse("mail", "merchants.join.mail.wrong");
        }
    }
}

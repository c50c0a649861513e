package be.quartier.merchants.web;

import be.quartier.commune.Language;
import be.quartier.merchants.MerchantState;
import be.quartier.merchants.Merchants;
import be.quartier.merchants.Trades;
import be.quartier.merchants.callbacks.CallBack;
import be.quartier.merchants.callbacks.CallBacks;
import be.quartier.merchants.callbacks.Moment;
import be.quartier.merchants.callbacks.Preregistration;
import be.quartier.merchants.callbacks.Wish;
import be.quartier.messaging.Recipient;
import be.quartier.money.Bce;
import be.quartier.money.Parsed;
import be.quartier.pages.Form;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Checks what was typed on each page of a pre-registration, and makes the whole of it in the end. */
@Component
class CallMeReader {

    private static final int DIGITS_MIN = 8;
    private static final int DIGITS_MAX = 15;

    private final Merchants merchants;
    private final CallBacks calls;
    private final Trades trades;

    CallMeReader(Merchants merchants, CallBacks calls, Trades trades) {
        this.merchants = merchants;
        this.calls = calls;
        this.trades = trades;
    }

    /** Refuses what is wrong with the fields of one page. */
    void check(CallMeStep step, Form form) {
        switch (step) {
            case ENTERPRISE -> Bce.parse(form.text("bce")).wrong().ifPresent(flaw -> form.refuse("bce", flaw.key()));
            case SHOP -> {
                ShopFields.required(form, "name", 120);
                if (trades.all().stream().noneMatch(trade -> trade.code().equals(form.text("trade")))) {
                    form.refuse("trade", "merchants.join.trade.missing");
                }
            }
            case PLACE -> ShopFields.checkPlace(form);
            case CONTACT -> contact(form);
            case MOMENT -> {}
            case GOODS -> ShopFields.required(form, "sells", Preregistration.WORDS_MAX);
            case WISH -> {
                if (form.text("words").length() > Preregistration.WORDS_MAX) {
                    form.refuse("words", "merchants.join.long", Preregistration.WORDS_MAX);
                }
            }
        }
    }

    /** Refuses an enterprise that is here already, and says how it stands. */
    void checkKnown(Form form) {
        if (Bce.parse(form.text("bce")) instanceof Parsed.Valid<Bce>(Bce bce)) {
            merchants.byBce(bce).ifPresent(known -> refuseKnown(form, known.state()));
            if (!form.refused()) {
                calls.waiting(bce).map(CallBack::dueOn).ifPresent(due -> form.refuse("bce", "callback.known.due", due));
            }
        }
    }

    /** Says how an enterprise stands that is here already. */
    static void refuseKnown(Form form, MerchantState state) {
        form.refuse("bce", "callback.known." + state.code());
    }

    /** The answers, when every page is right. */
    Optional<Preregistration> read(Form form, Language language) {
        for (CallMeStep step : CallMeStep.values()) {
            check(step, form);
        }
        if (form.refused()) {
            return Optional.empty();
        }
        return Optional.of(new Preregistration(
                Bce.parse(form.text("bce")).orThrow(),
                form.text("trade"),
                ShopFields.place(form),
                form.text("contact"),
                form.text("phone"),
                form.text("mail"),
                language,
                Arrays.stream(Moment.values())
                        .filter(moment -> form.chosen("moment-" + moment.code(), "yes"))
                        .collect(Collectors.toSet()),
                form.text("sells"),
                Arrays.stream(Wish.values())
                        .filter(wish -> form.chosen("wish-" + wish.code(), "yes"))
                        .collect(Collectors.toSet()),
                form.text("words")));
    }

    /** The form of answers given before. */
    static Form of(Preregistration asked) {
        Form form = Form.empty()
                .with("bce", asked.bce().formatted())
                .with("name", asked.name())
                .with("trade", asked.trade())
                .with("street", asked.place().street())
                .with("number", asked.place().number())
                .with("box", asked.place().box())
                .with("postcode", asked.place().postcode())
                .with("town", asked.place().town())
                .with("contact", asked.contact())
                .with("phone", asked.phone())
                .with("mail", asked.mail())
                .with("sells", asked.sells())
                .with("words", asked.words());
        asked.moments().forEach(moment -> form.with("moment-" + moment.code(), "yes"));
        asked.wishes().forEach(wish -> form.with("wish-" + wish.code(), "yes"));
        return form;
    }

    /** Refuses what is no phone number. */
    static void phone(Form form) {
        long digits = form.text("phone").chars().filter(Character::isDigit).count();
        if (digits < DIGITS_MIN || digits > DIGITS_MAX || !form.text("phone").matches("\\+?[0-9 ./()-]{8,25}")) {
            form.refuse("phone", "callback.phone.wrong");
        }
    }

    private static void contact(Form form) {
        ShopFields.required(form, "contact", 120);
        phone(form);
        if (!Recipient.Mail.valid(form.text("mail"))) {
            form.refuse("mail", "merchants.join.mail.wrong");
        }
    }
}

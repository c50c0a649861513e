package be.quartier.vouchers.campaigns.web;

import be.quartier.commune.Language;
import be.quartier.money.Cents;
import be.quartier.money.Flaw;
import be.quartier.money.Iban;
import be.quartier.money.Parsed;
import be.quartier.pages.Form;
import be.quartier.vouchers.campaigns.Campaign;
import be.quartier.vouchers.campaigns.CampaignTerms;
import be.quartier.vouchers.campaigns.CampaignTerms.Calendar;
import be.quartier.vouchers.campaigns.CampaignTerms.Money;
import be.quartier.vouchers.campaigns.CampaignTerms.Reimbursement;
import be.quartier.vouchers.campaigns.CampaignTerms.Spending;
import be.quartier.vouchers.campaigns.Step;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Reads a step's form: says at each field what is wrong, or gives the change it asks for. */
final class StepReader {

    private static final int TITLE_MAX = 120;
    private static final int LETTER_MAX = 2_000;
    private static final int VERSION_MAX = 60;
    private static final int NAME_MAX = 70;
    private static final int PER_CENT = 100;
    private static final int YEAR_DAYS = 365;
    private static final int YEARS_MAX = 3;
    private static final long AMOUNT_CENTS_MAX = 1_000_000;

    private final Form form;

    StepReader(Form form) {
        this.form = form;
    }

    /** The change that the form asks for; to be used only when the form is not refused afterwards. */
    UnaryOperator<Campaign> read(Step step, Set<String> trades) {
        return switch (step) {
            case TITLE -> titles();
            case REGULATION -> {
                var version = required("version", VERSION_MAX);
                yield terms(now -> now.regulated(version));
            }
            case MONEY -> money();
            case CHILDREN -> {
                var rules = new ChildrenReader(form).read();
                yield terms(now -> now.entitling(rules));
            }
            case DATES -> dates();
            case TRADES -> {
                var chosen =
                        form.all("trades").stream().filter(trades::contains).toList();
                yield terms(now -> now.spentBy(new Spending(
                        chosen, now.spending().purchaseLimit(), now.spending().dayLimit())));
            }
            case LIMITS -> {
                var purchase = optionalCents("purchase");
                var day = optionalCents("day");
                yield terms(now -> now.spentBy(new Spending(now.spending().trades(), purchase, day)));
            }
            case LETTER -> letter();
            case REIMBURSEMENT -> reimbursement();
        };
    }

    private UnaryOperator<Campaign> titles() {
        var name = required("name", TITLE_MAX);
        var titles = new EnumMap<Language, String>(Language.class);
        for (var language : Language.values()) {
            titles.put(language, atMost("title-" + language.code(), TITLE_MAX));
        }
        return now -> {
            var words = new EnumMap<Language, Campaign.Words>(Language.class);
            titles.forEach((language, title) -> words.put(language, new Campaign.Words(title, now.letter(language))));
            return new Campaign(now.id(), name, words, now.progress(), now.terms(), now.version());
        };
    }

    private UnaryOperator<Campaign> money() {
        long budget = cents("budget");
        long amount = cents("amount");
        int year = number("year", 2000, 2200);
        int share = number("share", 0, PER_CENT);
        if (amount > AMOUNT_CENTS_MAX) {
            form.refuse("amount", "campaigns.form.amount-large");
        }
        if (budget > 0 && amount > budget) {
            form.refuse("budget", "campaigns.form.budget-small");
        }
        return terms(now -> now.costing(new Money(budget, year, amount, share * 10)));
    }

    private UnaryOperator<Campaign> dates() {
        var from = day("from");
        var until = day("until");
        int reminder = number("reminder", 0, YEAR_DAYS);
        if (from.isPresent() && until.isPresent()) {
            if (until.get().isBefore(from.get())) {
                form.refuse("until", "campaigns.form.until-before");
            } else if (until.get().isAfter(from.get().plusYears(YEARS_MAX))) {
                form.refuse("until", "campaigns.form.until-far");
            }
        }
        return now -> {
            var progress = now.progress();
            var calendar = new Calendar(from.orElseThrow(), reminder);
            return new Campaign(
                    now.id(),
                    now.name(),
                    now.words(),
                    progress.until(until.orElseThrow()),
                    now.terms().scheduled(calendar),
                    now.version());
        };
    }

    private UnaryOperator<Campaign> letter() {
        var languages = Arrays.stream(Language.values())
                .filter(language -> form.chosen("languages", language.code()))
                .toList();
        if (languages.isEmpty()) {
            form.refuse("languages", "campaigns.form.languages");
        }
        Map<Language, String> letters = Arrays.stream(Language.values())
                .collect(Collectors.toMap(
                        language -> language, language -> atMost("letter-" + language.code(), LETTER_MAX)));
        return now -> {
            var words = new EnumMap<Language, Campaign.Words>(Language.class);
            letters.forEach((language, letter) -> words.put(
                    language,
                    new Campaign.Words(
                            now.words()
                                    .getOrDefault(language, Campaign.Words.NONE)
                                    .title(),
                            letter)));
            return new Campaign(
                    now.id(), now.name(), words, now.progress(), now.terms().spokenIn(languages), now.version());
        };
    }

    private UnaryOperator<Campaign> reimbursement() {
        var debtor = required("debtor", NAME_MAX);
        var iban = Iban.parse(form.text("iban"));
        iban.wrong().ifPresent(flaw -> form.refuse("iban", flaw.key()));
        long twice = cents("double");
        var value = iban.found().map(Iban::value).orElse("");
        return terms(now -> now.reimbursed(new Reimbursement(debtor, value, twice)));
    }

    private static UnaryOperator<Campaign> terms(UnaryOperator<CampaignTerms> change) {
        return now -> new Campaign(
                now.id(), now.name(), now.words(), now.progress(), change.apply(now.terms()), now.version());
    }

    private String required(String field, int max) {
        if (!form.has(field)) {
            form.refuse(field, "campaigns.form.required." + field);
        }
        return atMost(field, max);
    }

    private String atMost(String field, int max) {
        var text = form.text(field);
        if (text.length() > max) {
            form.refuse(field, "campaigns.form.long", max);
        }
        return text;
    }

    private int number(String field, int from, int to) {
        var number = form.integer(field);
        if (number.isEmpty() || number.getAsInt() < from || number.getAsInt() > to) {
            form.refuse(field, "campaigns.form.number", Integer.toString(from), Integer.toString(to));
            return from;
        }
        return number.getAsInt();
    }

    private Optional<LocalDate> day(String field) {
        var day = form.date(field);
        if (day.isEmpty()) {
            form.refuse(field, "campaigns.form.day");
        }
        return day;
    }

    private long cents(String field) {
        return switch (Cents.parse(form.text(field))) {
            case Parsed.Valid<Cents>(Cents amount) when amount.isPositive() -> amount.value();
            case Parsed.Valid<Cents> zero -> {
                form.refuse(field, "campaigns.form.positive");
                yield 0;
            }
            case Parsed.Invalid<Cents>(Flaw flaw) -> {
                form.refuse(field, flaw.key());
                yield 0;
            }
        };
    }

    private OptionalLong optionalCents(String field) {
        return form.has(field) ? OptionalLong.of(cents(field)) : OptionalLong.empty();
    }
}

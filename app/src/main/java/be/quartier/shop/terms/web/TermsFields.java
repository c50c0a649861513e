package be.quartier.shop.terms.web;

import be.quartier.commune.Language;
import be.quartier.money.Cents;
import be.quartier.money.Parsed;
import be.quartier.pages.Form;
import be.quartier.pages.Formats;
import be.quartier.shop.Modality;
import be.quartier.shop.terms.Channels;
import be.quartier.shop.terms.Lack;
import be.quartier.shop.terms.PaymentWay;
import be.quartier.shop.terms.Substitution;
import be.quartier.shop.terms.Terms;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Stream;

/** The fields of a merchant's terms: filled, checked and read. */
final class TermsFields {

    /** What the list of preparation times offers, in minutes. */
    private static final List<Integer> PREPARATIONS =
            List.of(0, 15, 30, 60, 120, 240, 1440, 2 * 1440, 3 * 1440, 5 * 1440, 7 * 1440, 14 * 1440, 30 * 1440);

    private TermsFields() {}

    /** The times offered, with the merchant's own when it is another. */
    static List<Integer> preparations(Form form) {
        OptionalInt own = form.integer("preparation");
        return PREPARATIONS.stream().allMatch(minutes -> own.isEmpty() || minutes != own.getAsInt())
                        && own.isPresent()
                        && own.getAsInt() > 0
                ? Stream.concat(PREPARATIONS.stream(), Stream.of(own.getAsInt()))
                        .sorted()
                        .toList()
                : PREPARATIONS;
    }

    static String rank(Modality modality) {
        return "rank-" + modality.code();
    }

    static Form of(Terms terms, Language language) {
        Form form = Form.empty()
                .with("minimum", Formats.of(language).typed(terms.minimumCents()))
                .with("cycle", Formats.of(language).typed(terms.cycleMinimumCents()))
                .with("preparation", Integer.toString(terms.preparationMinutes()))
                .with("cutoff", terms.cutOff().map(LocalTime::toString).orElse(""))
                .with("substitution", terms.substitution().code())
                .with("margin", Integer.toString(terms.weightMargin()))
                .with("story", terms.story());
        if (terms.pickup()) {
            form.with("pickup", "yes");
        }
        if (terms.delivery()) {
            form.with("delivery", "yes");
        }
        ChannelFields.fill(form, terms.channels());
        for (int i = 0; i < terms.ways().size(); i++) {
            PaymentWay way = terms.ways().get(i);
            form.with(rank(way.modality()), Integer.toString(i + 1));
            if (way.modality() == Modality.LINK) {
                form.with("address", way.detail());
            }
        }
        return form;
    }

    /** The terms typed, when nothing is wrong with them by themselves. */
    static Optional<Terms> read(Form form, UUID merchant) {
        boolean pickup = form.chosen("pickup", "yes");
        boolean delivery = form.chosen("delivery", "yes");
        if (!pickup && !delivery) {
            form.refuse("pickup", "terms.reach.missing");
        }
        long minimum = cents(form, "minimum", Terms.MINIMUM_MAX);
        long cycle = cents(form, "cycle", Terms.CYCLE_MINIMUM_MAX);
        int preparation = number(form, "preparation", Terms.PREPARATION_MAX);
        int margin = number(form, "margin", Terms.MARGIN_MAX);
        Optional<LocalTime> cutOff = cutOff(form);
        Optional<Substitution> substitution = Substitution.of(form.text("substitution"));
        if (substitution.isEmpty()) {
            form.refuse("substitution", "terms.substitution.missing");
        }
        if (cycle > 0 && pickup && cutOff.isEmpty()) {
            form.refuse("cutoff", "terms.cycle.cutoff");
        }
        Channels channels = ChannelFields.read(form);
        if (form.text("story").length() > Terms.STORY_MAX) {
            form.refuse("story", "terms.story.long", Terms.STORY_MAX);
        }
        if (form.refused()) {
            return Optional.empty();
        }
        return Optional.of(new Terms(
                merchant,
                Optional.empty(),
                pickup,
                delivery,
                minimum,
                cycle,
                preparation,
                cutOff,
                substitution.orElseThrow(),
                margin,
                form.text("story"),
                channels,
                ways(form)));
    }

    /** Says at each way to pay why it cannot work. */
    static void refuse(Form form, Modality modality, Lack lack) {
        form.refuse(lack == Lack.ADDRESS ? "address" : rank(modality), "terms.lack." + lack.code());
    }

    /** Equal ranks keep the order of the page. */
    private static List<PaymentWay> ways(Form form) {
        return Modality.OFFERED.stream()
                .filter(modality -> form.integer(rank(modality)).isPresent())
                .sorted(Comparator.comparingInt(
                        modality -> form.integer(rank(modality)).orElseThrow()))
                .map(modality -> new PaymentWay(modality, modality == Modality.LINK ? form.text("address") : ""))
                .toList();
    }

    private static long cents(Form form, String field, long most) {
        if (!form.has(field)) {
            return 0;
        }
        return switch (Cents.parse(form.text(field))) {
            case Parsed.Invalid<Cents>(var flaw) -> {
                form.refuse(field, flaw.key());
                yield 0;
            }
            case Parsed.Valid<Cents>(Cents cents) -> {
                if (cents.value() > most) {
                    form.refuse(field, "terms.minimum.large", most / 100);
                }
                yield cents.value();
            }
        };
    }

    private static int number(Form form, String field, int most) {
        OptionalInt typed = form.integer(field);
        if (typed.isEmpty() || typed.getAsInt() < 0 || typed.getAsInt() > most) {
            form.refuse(field, "terms." + field + ".wrong", most);
        }
        return typed.orElse(0);
    }

    private static Optional<LocalTime> cutOff(Form form) {
        if (!form.has("cutoff")) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalTime.parse(form.text("cutoff")));
        } catch (DateTimeParseException notATime) {
            form.refuse("cutoff", "terms.cutoff.wrong");
            return Optional.empty();
        }
    }
}

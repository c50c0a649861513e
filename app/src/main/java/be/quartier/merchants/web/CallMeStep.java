package be.quartier.merchants.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The seven questions of a pre-registration, one on each page; the answers travel along as hidden fields. */
public enum CallMeStep {
    /** The enterprise number. */
    ENTERPRISE("bce"),
    /** The shop and its trade. */
    SHOP("name", "trade"),
    /** Where it is. */
    PLACE("street", "number", "box", "postcode", "town"),
    /** Whom to call. */
    CONTACT("contact", "phone", "mail"),
    /** When to call. */
    MOMENT("moment-morning", "moment-midday", "moment-afternoon"),
    /** What it sells. */
    GOODS("sells"),
    /** What it wishes. */
    WISH("wish-shop", "wish-delivery", "wish-vouchers", "words");

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> fields;

    CallMeStep(String... fields) {
        this.fields = List.of(fields);
    }

    /** The fields asked on this page. */
    public List<String> fields() {
        return fields;
    }

    /** Its place, counted from 1. */
    public int number() {
        return List.of(values()).indexOf(this) + 1;
    }

    /** The name in forms and text keys. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The page before this one; the first for the first. */
    CallMeStep before() {
        return values()[Math.max(0, number() - 2)];
    }

    /** The page after this one; the last for the last. */
    CallMeStep after() {
        return values()[Math.min(values().length, number() + 1) - 1];
    }

    /** The page of a code; the first for what is none. */
    static CallMeStep of(String code) {
        return Arrays.stream(values())
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElse(ENTERPRISE);
    }
}

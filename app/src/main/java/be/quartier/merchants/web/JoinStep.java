package be.quartier.merchants.web;

import java.util.List;
import java.util.Locale;

/** The pages of signing up, one thing on each; the answers travel along as hidden fields. */
public enum JoinStep {
    /** The enterprise number. */
    ENTERPRISE("bce"),
    /** The shop and its trade. */
    SHOP("name", "trade"),
    /** Where it is. */
    PLACE("street", "number", "box", "postcode", "town"),
    /** When it is open. */
    HOURS("hours1", "hours2", "hours3", "hours4", "hours5", "hours6", "hours7"),
    /** The account to be paid on. */
    ACCOUNT("iban", "holder"),
    /** Whom the town hall writes to. */
    CONTACT("contact", "mail"),
    /** The contract. */
    CONTRACT("agree");

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> fields;

    JoinStep(String... fields) {
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

    /** The page before this one; the first for the first. */
    JoinStep before() {
        return values()[Math.max(0, number() - 2)];
    }

    /** The page after this one; the last for the last. */
    JoinStep after() {
        return values()[Math.min(values().length, number() + 1) - 1];
    }

    /** The name in forms and text keys. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}

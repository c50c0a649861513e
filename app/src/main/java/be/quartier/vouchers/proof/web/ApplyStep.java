package be.quartier.vouchers.proof.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The pages of an application: one thing each, nothing kept before the last. */
public enum ApplyStep {
    /** Who the voucher is for, and who applies. */
    WHO("self", "parent", "first", "last", "birth"),
    /** Where they live and how to answer. */
    WHERE("street", "number", "box", "postcode", "town", "mail", "language"),
    /** The documents. */
    PROOF("kind");

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> fields;

    ApplyStep(String... fields) {
        this.fields = List.of(fields);
    }

    /** As written in forms and message keys. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The fields it asks. */
    public List<String> fields() {
        return fields;
    }

    /** Its place, from 1. */
    public int number() {
        return List.of(values()).indexOf(this) + 1;
    }

    /** The page after this one; the last for the last. */
    ApplyStep after() {
        return values()[Math.min(values().length, number() + 1) - 1];
    }

    /** The page before this one; the first for the first. */
    ApplyStep before() {
        return values()[Math.max(0, number() - 2)];
    }

    static ApplyStep of(String code) {
        return Arrays.stream(values())
                .filter(step -> step.code().equals(code))
                .findFirst()
                .orElse(WHO);
    }
}

package be.quartier.shop.terms;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a merchant may put in place of what it lacks. */
public enum Substitution {
    /** Nothing: the line is left out. */
    NEVER,
    /** Something near it, once the buyer has said yes. */
    ON_CONSENT,
    /** Something near it, not dearer; the buyer is told. */
    ALLOWED;

    /** The name in the database and in forms. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The rule of a code. */
    public static Optional<Substitution> of(String code) {
        return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
    }
}

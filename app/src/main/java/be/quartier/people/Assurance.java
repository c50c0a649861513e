package be.quartier.people;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * How sure an identity provider is of somebody: the three levels of eIDAS, Regulation (EU) 910/2014, article 8. What each
 * asks for is in Implementing Regulation (EU) 2015/1502.
 */
public enum Assurance {
    /** Some confidence; one factor is enough. */
    LOW(200),
    /** Substantial confidence, with two factors, such as a code on a phone. */
    SUBSTANTIAL(400),
    /** High confidence, with two factors no copy can stand in for, such as an eID. */
    HIGH(500);

    private final int level;

    Assurance(int level) {
        this.level = level;
    }

    /** The number a session keeps, from 1 to 999. */
    public int level() {
        return level;
    }

    /** The name in settings and texts: lower case. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it takes two factors of different kinds (2015/1502, annex 2.3.1). */
    public boolean twoFactors() {
        return this != LOW;
    }

    /** Whether it is as good as another, or better. */
    public boolean atLeast(Assurance other) {
        return level >= other.level;
    }

    /** The assurance a session keeps; empty for a session no provider vouched for. */
    public static Optional<Assurance> of(int level) {
        return Arrays.stream(values()).filter(one -> one.level == level).findFirst();
    }

    /** The assurance of a name in settings, in any case. */
    public static Optional<Assurance> of(String code) {
        return Arrays.stream(values())
                .filter(one -> one.name().equalsIgnoreCase(code))
                .findFirst();
    }
}

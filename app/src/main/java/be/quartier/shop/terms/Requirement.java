package be.quartier.shop.terms;

import java.util.Locale;

/** What a shop front needs before it opens, or is better off with. */
public enum Requirement {
    /** The commune accepted the merchant and has not suspended it. */
    TAKES_PART(true),
    /** The merchant saved its terms once. */
    TERMS(true),
    /** At least one way to be paid works today. */
    PAYMENT(true),
    /** Who may fetch goods must know when. */
    HOURS(true),
    /** Goods to buy. */
    PRODUCTS(false),
    /** Some words about who sells. */
    STORY(false);

    private final boolean needed;

    Requirement(boolean needed) {
        this.needed = needed;
    }

    /** Whether the front stays closed without it; else it is advice. */
    public boolean needed() {
        return needed;
    }

    /** The name in text keys. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A requirement and whether this merchant meets it. */
    public record Check(Requirement what, boolean met) {

        /** Whether it keeps the front closed. */
        public boolean inTheWay() {
            return what.needed() && !met;
        }
    }
}

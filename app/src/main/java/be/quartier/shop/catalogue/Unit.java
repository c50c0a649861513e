package be.quartier.shop.catalogue;

import java.util.Locale;

/** What a price is for and what a quantity counts. */
public enum Unit {
    /** A price a piece; quantities are pieces. */
    PIECE,
    /** A price a kilogram; quantities are grams. */
    KILOGRAM;

    /** As stored and as forms send it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}

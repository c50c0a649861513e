package be.quartier.shop.orders;

import java.util.Locale;

/** In what a variant is counted. */
public enum Unit {
    /** Whole pieces. */
    PIECE,
    /** Grams, priced by the kilogram. */
    KILOGRAM;

    /** The name in rows. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The unit of a name. */
    public static Unit of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}

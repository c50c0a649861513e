package be.quartier.shop.catalogue;

import java.util.Set;

/**
 * The rate of VAT most goods of a trade have in Belgium (Royal Decree no. 20 of 20 July 1970, table A), proposed for a new product;
 * the merchant decides.
 */
public final class UsualVat {

    /** The standard rate, in thousandths. */
    public static final int STANDARD = 210;

    private static final int REDUCED = 60;
    private static final Set<String> REDUCED_TRADES = Set.of(
            "bakery",
            "butcher",
            "grocery",
            "greengrocer",
            "cafe",
            "snack",
            "restaurant",
            "books",
            "pharmacy",
            "florist");

    private UsualVat() {}

    /** The rate for the code of a trade. */
    public static int of(String trade) {
        return REDUCED_TRADES.contains(trade) ? REDUCED : STANDARD;
    }
}

package be.quartier.merchants.callbacks;

import java.util.Locale;

/** What a shop would like to take part in. */
public enum Wish {
    /** The shared online shop. */
    SHOP,
    /** Delivery by bike. */
    DELIVERY,
    /** The commune's vouchers. */
    VOUCHERS;

    /** The name in the database, in forms and text keys. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}

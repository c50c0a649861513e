package be.quartier.vouchers.campaigns;

import java.util.Locale;

/** How the letter reaches the household. */
public enum Delivery {
    /** By post to the registered address. */
    POST,
    /** Kept at the counter of the town hall, for a protected address. */
    COUNTER;

    /** The stable word in the database and in message keys. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}

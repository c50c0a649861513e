package be.quartier.merchants;

import java.util.Locale;

/** Where a merchant stands with the commune. */
public enum MerchantState {
    /** Waiting for the commune's answer. */
    APPLIED,
    /** Takes part. */
    ACCEPTED,
    /** Was turned down, with a reason; may apply again. */
    REFUSED,
    /** Took part and may not for now, with a reason. */
    SUSPENDED;

    /** The name in the database: lower case. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package be.quartier.merchants.callbacks;

import java.util.Locale;

/** Where a request to be called stands. */
public enum CallBackState {
    /** Somebody is to call. */
    WAITING,
    /** It takes part: there is a merchant. */
    CONFIRMED,
    /** It does not take part. */
    DECLINED;

    /** The name in the database and text keys. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}

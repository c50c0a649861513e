package be.quartier.merchants.callbacks;

import java.util.Locale;

/** When a shop would rather be called. */
public enum Moment {
    /** 9 to 12. */
    MORNING,
    /** 12 to 14. */
    MIDDAY,
    /** 14 to 17. */
    AFTERNOON;

    /** The name in the database, in forms and text keys. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}

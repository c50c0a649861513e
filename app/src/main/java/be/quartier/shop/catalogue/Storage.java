package be.quartier.shop.catalogue;

import java.util.Locale;

/** How warm a product may get on its way. */
public enum Storage {
    /** At room temperature. */
    AMBIENT,
    /** In the refrigerator. */
    CHILLED,
    /** In the freezer. */
    FROZEN;

    /** As stored and as forms send it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}

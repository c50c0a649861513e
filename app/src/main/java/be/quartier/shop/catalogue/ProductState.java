package be.quartier.shop.catalogue;

import java.util.Locale;

/** Where a product stands. */
public enum ProductState {
    /** Being entered; nobody but its merchant sees it. */
    DRAFT,
    /** Shown to everyone and, in season, on sale. */
    PUBLISHED,
    /** Taken out of the shop; its merchant may publish it again. */
    WITHDRAWN;

    /** As stored and as forms send it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}

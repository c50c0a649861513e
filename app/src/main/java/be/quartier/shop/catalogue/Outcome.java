package be.quartier.shop.catalogue;

import java.util.Locale;

/** What became of a merchant's request about its products. */
public enum Outcome {
    /** Done, now or by the same request before. */
    DONE,
    /** There is no such product or variant of this merchant. */
    UNKNOWN,
    /** What is published has a picture. */
    NO_PHOTO,
    /** What is published has a variant with a price. */
    NO_VARIANT,
    /** The merchant, or the product, has as many as it may. */
    TOO_MANY,
    /** The town hall took it out of the shop; it has to be changed first. */
    HELD,
    /** More was sold in between than the new count leaves. */
    SOLD_MEANWHILE;

    /** Key of its sentence, below {@code catalogue.outcome.}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

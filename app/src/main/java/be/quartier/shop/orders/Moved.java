package be.quartier.shop.orders;

/** What became of something asked about a part of an order. */
public enum Moved {
    /** Done. */
    DONE,
    /** The part has moved on, or what was asked is not possible for it; nothing changed. */
    NOT_NOW,
    /** There is no such part, line or leg here. */
    UNKNOWN
}

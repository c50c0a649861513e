package be.quartier.shop.orders;

/** What became of something put in place of a missing line. */
public enum SwapOutcome {
    /** It took the place of the line. */
    GIVEN,
    /** The customer is asked. */
    ASKED,
    /** The terms under which this was ordered allow no substitute. */
    NEVER,
    /** There is not enough of it. */
    SCARCE,
    /** It is not sold in this quantity. */
    QUANTITY,
    /** The part has moved on, or the line is answered already; nothing changed. */
    NOT_NOW,
    /** There is no such part or line here, or the merchant does not sell such an article. */
    UNKNOWN
}

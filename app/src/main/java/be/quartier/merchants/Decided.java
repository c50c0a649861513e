package be.quartier.merchants;

/** What became of a decision about a merchant. */
public sealed interface Decided {

    /** It is done. */
    record Done(Merchant merchant) implements Decided {}

    /** Somebody decided before: nothing changed. */
    record NotPossible(MerchantState state) implements Decided {}

    /** There is no such merchant here. */
    record Unknown() implements Decided {}
}

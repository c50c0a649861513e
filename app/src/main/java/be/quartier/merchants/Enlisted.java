package be.quartier.merchants;

/** What became of the town hall's yes to an enterprise. */
public sealed interface Enlisted {

    /** It takes part, now or since before. */
    record TakesPart(Merchant merchant) implements Enlisted {}

    /** It is known and may not take part now; nothing was changed. */
    record Barred(Merchant merchant) implements Enlisted {}
}

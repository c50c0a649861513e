package be.quartier.shop.catalogue;

/**
 * What a merchant says of one variant.
 *
 * @param name what tells it from the others, at most 80 characters; empty where it is the only one
 * @param sku the merchant's own number, at most 60 characters
 * @param priceCents price of a piece or of a kilogram, VAT included, 1 to {@link #PRICE_MAX}
 * @param stepGrams for what is weighed: quantities are multiples of it, 1 to 100,000; 0 for pieces
 * @param depositCents given back with the empty
 * @param weightGrams what one piece weighs; 0 when unknown or weighed
 * @param leadDays days between order and readiness, for what is made to order, 0 to 60
 */
public record VariantFacts(
        String name,
        String sku,
        Unit unit,
        long priceCents,
        int stepGrams,
        long depositCents,
        int weightGrams,
        int leadDays) {

    /** Highest price: 100,000 euro. */
    public static final long PRICE_MAX = 10_000_000;

    /** Highest deposit. */
    public static final long DEPOSIT_MAX = 100_000;

    /** The step proposed for what is weighed. */
    public static final int STEP_USUAL = 100;

    /** A variant of which only the price is known. */
    public static VariantFacts priced(Unit unit, long priceCents) {
        return new VariantFacts("", "", unit, priceCents, unit == Unit.KILOGRAM ? STEP_USUAL : 0, 0, 0, 0);
    }

    /** The same at another price. */
    public VariantFacts at(long cents) {
        return new VariantFacts(name, sku, unit, cents, stepGrams, depositCents, weightGrams, leadDays);
    }
}

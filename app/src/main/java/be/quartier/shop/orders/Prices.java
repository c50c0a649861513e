package be.quartier.shop.orders;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** The arithmetic of prices: exact cents, half up, the same everywhere. */
public final class Prices {

    private static final int GRAMS_PER_KILOGRAM = 1_000;
    private static final int WHOLE = 1_000;

    private Prices() {}

    /** What a line costs without deposit: pieces times price, or grams times the price of a kilogram, rounded half up. */
    public static long goods(Unit unit, long priceCents, long quantity) {
        long product = Math.multiplyExact(priceCents, quantity);
        return switch (unit) {
            case PIECE -> product;
            case KILOGRAM -> halfUp(product, GRAMS_PER_KILOGRAM);
        };
    }

    /** The deposits of a line; goods by weight have none. */
    public static long deposits(Unit unit, long depositCents, long quantity) {
        return unit == Unit.PIECE ? Math.multiplyExact(depositCents, quantity) : 0;
    }

    /** The VAT inside a price that includes it: gross × rate / (1 + rate), rounded half up. */
    public static long vatInside(long grossCents, int permille) {
        return halfUp(Math.multiplyExact(grossCents, permille), WHOLE + permille);
    }

    /** VAT per rate of a merchant's part; rounded once per rate. Deposits carry none. */
    public static Map<Integer, VatShare> vat(Collection<? extends Taxed> lines) {
        Map<Integer, Long> gross = new TreeMap<>();
        lines.forEach(line -> gross.merge(line.vatPermille(), line.goodsCents(), Math::addExact));
        Map<Integer, VatShare> shares = new TreeMap<>();
        gross.forEach((rate, cents) -> {
            if (cents > 0) {
                shares.put(rate, new VatShare(cents, vatInside(cents, rate)));
            }
        });
        return shares;
    }

    /** What is taxed at one rate. */
    public interface Taxed {

        /** Thousandths. */
        int vatPermille();

        /** With VAT, without deposit. */
        long goodsCents();
    }

    /** Of what is sold at one rate: the price with VAT, and the VAT in it. */
    public record VatShare(long grossCents, long vatCents) {}

    private static long halfUp(long value, long divisor) {
        return Math.floorDiv(2 * value + divisor, 2 * divisor);
    }
}

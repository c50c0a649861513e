package be.quartier.shop.orders;

import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * A variant that is on sale now.
 *
 * @param name product and variant, as the customer reads it
 * @param stepGrams by weight, quantities are multiples of it
 * @param leadDays days between order and readiness
 * @param minimumAge of the customer
 * @param needs what one piece or gram takes of which unit of stock; empty when made to order
 * @param available how much of it can be had; empty when made to order
 */
public record Offer(
        UUID variant,
        UUID product,
        UUID merchant,
        String name,
        Unit unit,
        long priceCents,
        OptionalInt stepGrams,
        long depositCents,
        int vatPermille,
        int leadDays,
        OptionalInt minimumAge,
        Map<UUID, Integer> needs,
        OptionalLong available) {

    /** Most of one line: ten thousand pieces, or a hundred kilograms. */
    public static final long QUANTITY_MAX = 10_000;

    private static final long GRAMS_MAX = 100_000;

    /** Copies the needs. */
    public Offer {
        needs = Map.copyOf(needs);
    }

    /** Whether this can be the quantity of a line. */
    public boolean sells(long quantity) {
        return switch (unit) {
            case PIECE -> quantity >= 1 && quantity <= QUANTITY_MAX;
            case KILOGRAM -> quantity >= 1 && quantity <= GRAMS_MAX && quantity % stepGrams.orElse(1) == 0;
        };
    }

    /** What so much of it costs, deposit included. */
    public long cents(long quantity) {
        return Prices.goods(unit, priceCents, quantity) + Prices.deposits(unit, depositCents, quantity);
    }
}

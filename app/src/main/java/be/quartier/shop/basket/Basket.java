package be.quartier.shop.basket;

import be.quartier.shop.orders.OrderWish;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What somebody wants to buy.
 *
 * @param quantities pieces or grams of each variant, in the order in which they were put in
 */
record Basket(Map<UUID, Long> quantities) {

    /** As many as fit into a cookie. */
    static final int LINES_MAX = 50;

    private static final long QUANTITY_MAX = 100_000;

    Basket {
        quantities = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(quantities));
    }

    /** With so much more of a variant; as it is when it is full. */
    Basket plus(UUID variant, long quantity) {
        return with(variant, quantities.getOrDefault(variant, 0L) + quantity);
    }

    /** With just so much of a variant; without it when that is nothing. */
    Basket with(UUID variant, long quantity) {
        Map<UUID, Long> all = new LinkedHashMap<>(quantities);
        if (quantity < 1) {
            all.remove(variant);
        } else if (all.containsKey(variant) || all.size() < LINES_MAX) {
            all.put(variant, Math.min(quantity, QUANTITY_MAX));
        }
        return new Basket(all);
    }

    boolean isEmpty() {
        return quantities.isEmpty();
    }

    List<OrderWish.Line> lines() {
        return quantities.entrySet().stream()
                .map(one -> new OrderWish.Line(one.getKey(), one.getValue()))
                .toList();
    }
}

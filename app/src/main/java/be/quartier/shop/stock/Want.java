package be.quartier.shop.stock;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * So much of one unit.
 *
 * @param quantity pieces, grams or places; at least 1
 */
public record Want(UUID unit, long quantity) {

    /** Refuses what is nothing. */
    public Want {
        if (quantity < 1) {
            throw new IllegalArgumentException("a want is for at least one");
        }
    }

    /** So much of each unit. */
    public static List<Want> of(Map<UUID, Long> quantities) {
        return quantities.entrySet().stream()
                .map(one -> new Want(one.getKey(), one.getValue()))
                .toList();
    }

    /** The wants of each unit together, so that two lines of one variant, or two bundles that share a part, are one want. */
    static Map<UUID, Long> summed(Collection<Want> wants) {
        Map<UUID, Long> sums = new TreeMap<>();
        wants.forEach(want -> sums.merge(want.unit(), want.quantity(), Math::addExact));
        return sums;
    }
}

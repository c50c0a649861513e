package be.quartier.shop.front;

import java.util.Optional;
import java.util.UUID;

/**
 * Where a page of results ended, and the next one begins.
 *
 * @param weight how well the last product fitted, 1 to 3
 * @param product the last product
 */
public record Place(int weight, UUID product) {

    /** Before everything. */
    static final Place START = new Place(9, new UUID(-1, -1));

    /** As addresses carry it. */
    public String text() {
        return weight + "." + product;
    }

    /** The place an address carries; empty when it carries none. */
    public static Optional<Place> of(String text) {
        try {
            return text.matches("[1-9]\\..{36}")
                    ? Optional.of(new Place(text.charAt(0) - '0', UUID.fromString(text.substring(2))))
                    : Optional.empty();
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }
}

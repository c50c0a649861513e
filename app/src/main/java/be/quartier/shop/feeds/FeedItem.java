package be.quartier.shop.feeds;

import java.util.Optional;

/**
 * An article of a catalogue: one variant of a product.
 *
 * @param id stable, the variant's own
 * @param group the product it is a variant of
 * @param priceCents for a piece, or for a kilogram when weighed
 * @param brand the merchant's name where the goods are its own
 * @param seller the merchant's id
 */
public record FeedItem(
        String id,
        String group,
        String title,
        String description,
        Availability availability,
        long priceCents,
        boolean weighed,
        String link,
        String image,
        String brand,
        Optional<String> gtin,
        String seller) {

    /** Whether it can be had. */
    public enum Availability {
        /** Now. */
        IN_STOCK,
        /** Not now. */
        OUT_OF_STOCK,
        /** It is made when ordered. */
        TO_ORDER
    }
}

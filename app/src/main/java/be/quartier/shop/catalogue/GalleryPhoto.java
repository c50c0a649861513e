package be.quartier.shop.catalogue;

import java.util.Optional;
import java.util.UUID;

/**
 * One more picture of a product, or of a merchant.
 *
 * @param product what it shows; empty when it shows the merchant
 * @param alt what is to be seen, in the shop's own language
 */
public record GalleryPhoto(UUID id, UUID merchant, Optional<UUID> product, String alt) {

    /** The longest {@link #alt}. */
    public static final int ALT_MAX = 200;
}

package be.quartier.shop.catalogue;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Something that appeared in the shop or changed there, and that the town hall has not looked at yet.
 *
 * @param product as it is now
 * @param before what was said before; empty for a product that is new
 * @param picture whether its picture changed
 */
public record ProductChange(UUID id, Product product, Optional<Said> before, boolean picture, Instant at) {

    /** What a product said of itself. */
    public record Said(String name, String description) {}
}

package be.quartier.shop.catalogue;

import java.util.OptionalLong;
import java.util.UUID;

/**
 * What a basket holds: a size or taste of a product.
 *
 * @param available pieces or grams free to promise; empty when made to order
 */
public record Variant(UUID id, UUID product, VariantFacts facts, OptionalLong available) {

    /** Whether none of it can be promised now. */
    public boolean soldOut() {
        return available.isPresent() && available.getAsLong() < (facts.unit() == Unit.KILOGRAM ? facts.stepGrams() : 1);
    }
}

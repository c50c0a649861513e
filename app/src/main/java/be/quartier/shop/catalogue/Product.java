package be.quartier.shop.catalogue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A thing sold.
 *
 * @param photo its picture, when there is one
 * @param variants those that are not ended, in their order
 */
public record Product(
        UUID id,
        UUID merchant,
        ProductFacts facts,
        ProductState state,
        Optional<UUID> photo,
        List<Variant> variants,
        Instant createdAt,
        Instant updatedAt) {

    /** Copies the variants. */
    public Product {
        variants = List.copyOf(variants);
    }

    /** Whether everyone may see it. */
    public boolean published() {
        return state == ProductState.PUBLISHED;
    }

    /** Whether it is sold on this day. */
    public boolean inSeason(LocalDate day) {
        return facts.season().map(season -> season.holds(day)).orElse(true);
    }

    /** Whether nothing of it can be promised now. */
    public boolean soldOut() {
        return variants.stream().allMatch(Variant::soldOut);
    }

    /** The lowest price of its variants; 0 when it has none. */
    public long fromCents() {
        return variants.stream()
                .mapToLong(variant -> variant.facts().priceCents())
                .min()
                .orElse(0);
    }

    /** Whether its variants have different prices. */
    public boolean pricesDiffer() {
        return variants.stream()
                        .mapToLong(variant -> variant.facts().priceCents())
                        .distinct()
                        .count()
                > 1;
    }
}

package be.quartier.shop.catalogue;

import be.quartier.commune.Language;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a merchant says of a product as a whole; prices are in its variants.
 *
 * @param name 1 to {@link #NAME_MAX} characters
 * @param description at most {@link #DESCRIPTION_MAX} characters, may be empty
 * @param language the language of name and description
 * @param vatPermille one of {@link #VAT_RATES}: prices include it
 * @param minimumAge 16 or 18 where the buyer's age is checked
 * @param brand at most {@link #BRAND_MAX} characters, empty for the merchant's own goods
 * @param gtin the bar code, 8 or 12 to 14 digits
 */
public record ProductFacts(
        String name,
        String description,
        Language language,
        int vatPermille,
        Set<Allergen> allergens,
        Optional<Integer> minimumAge,
        Storage storage,
        Optional<Season> season,
        String brand,
        Optional<String> gtin) {

    /** Longest name. */
    public static final int NAME_MAX = 150;

    /** Longest description. */
    public static final int DESCRIPTION_MAX = 5_000;

    /** Longest brand. */
    public static final int BRAND_MAX = 70;

    /** The Belgian rates in thousandths, the usual one for food first. */
    public static final List<Integer> VAT_RATES = List.of(60, 120, 210, 0);

    /** Copies the allergens. */
    public ProductFacts {
        allergens = Set.copyOf(allergens);
    }

    /** A product of which only the name and the rate are known. */
    public static ProductFacts named(String name, Language language, int vatPermille) {
        return new ProductFacts(
                name,
                "",
                language,
                vatPermille,
                Set.of(),
                Optional.empty(),
                Storage.AMBIENT,
                Optional.empty(),
                "",
                Optional.empty());
    }
}

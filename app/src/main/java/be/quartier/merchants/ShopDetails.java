package be.quartier.merchants;

/**
 * What a merchant says of one of its shops; already checked field by field.
 *
 * @param description at most {@link #DESCRIPTION_MAX} characters; may be empty
 */
public record ShopDetails(Place place, OpeningHours hours, String description) {

    /** Longest description. */
    public static final int DESCRIPTION_MAX = 500;
}

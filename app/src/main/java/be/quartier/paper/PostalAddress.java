package be.quartier.paper;

import java.util.Comparator;

/**
 * Where a letter goes, in Belgium.
 *
 * @param street name of the street
 * @param number house number, with its letter if it has one: 12, 12A
 * @param box the box without the word for it, or empty
 * @param postcode four digits
 * @param town the municipality or its part
 */
public record PostalAddress(String street, String number, String box, String postcode, String town) {

    /** The order in which the post likes its letters: postcode, street, number, box; 9 comes before 10 and 10 before 10A. */
    public static final Comparator<PostalAddress> POSTAL_ORDER = Comparator.comparing(PostalAddress::postcode)
            .thenComparing(address -> NaturalOrder.folded(address.street))
            .thenComparing(PostalAddress::number, NaturalOrder.INSTANCE)
            .thenComparing(PostalAddress::box, NaturalOrder.INSTANCE);

    /** The line with street, number and box; {@code boxWord} is the language's word for a box. */
    public String streetLine(String boxWord) {
        String line = number.isBlank() ? street : street + " " + number;
        return box.isBlank() ? line : line + " " + boxWord + " " + box;
    }

    /** The line with postcode and town. */
    public String townLine() {
        return postcode + " " + town;
    }
}

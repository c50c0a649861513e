package be.quartier.pages;

/**
 * One of the things a visitor can choose in a list, a set of radio buttons or of boxes.
 *
 * @param value what the form sends
 * @param label what the visitor reads, in the visitor's language
 * @param hint a second line, or empty
 */
public record Choice(String value, String label, String hint) {
    /** A choice without a second line. */
    public static Choice of(String value, String label) {
        return new Choice(value, label, "");
    }
}

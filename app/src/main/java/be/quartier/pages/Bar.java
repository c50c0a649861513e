package be.quartier.pages;

/**
 * One bar of a chart, or one point of a line.
 *
 * @param label what it stands for, in the visitor's language
 * @param value its length, not negative
 * @param text the value as the visitor reads it, with its unit
 */
public record Bar(String label, long value, String text) {
    /** Checks the value. */
    public Bar {
        if (value < 0) {
            throw new IllegalArgumentException("A bar is not shorter than nothing: " + value);
        }
    }
}

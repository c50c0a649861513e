package be.quartier.paper;

/**
 * The zones of a letter's first page, in millimetres from its top left corner.
 *
 * <p>From bpost's rules for addresses of Small Format post (address zone, 30 mm below and 15 mm to the right of it empty,
 * 74 × 40 mm at the top right for franking) for an A4 sheet folded in three in a C5/6 envelope with its window at the
 * right. In the window, nothing but the address.
 */
public final class LetterZones {

    /** A rectangle on the page. */
    public record Zone(double x, double y, double width, double height) {
        /** Right edge. */
        public double right() {
            return x + width;
        }

        /** Lower edge. */
        public double bottom() {
            return y + height;
        }
    }

    /** What shows in the envelope's window. */
    public static final Zone WINDOW = new Zone(100, 42, 95, 40);

    /** Where the address itself is set: the window less 5 mm, so that it shows whole when the sheet slips. */
    public static final Zone ADDRESS = new Zone(107, 48, 83, 30);

    /** Kept empty for the post's own marks below the window. */
    public static final Zone BELOW = new Zone(100, 82, 110, 30);

    /** Kept empty right of the window. */
    public static final Zone RIGHT = new Zone(195, 40, 15, 72);

    /** Kept empty for franking. */
    public static final Zone FRANKING = new Zone(136, 0, 74, 40);

    /** Upper fold of the sheet. */
    public static final double FIRST_FOLD = 99;

    /** Lower fold of the sheet. */
    public static final double SECOND_FOLD = 198;

    private LetterZones() {}
}

package be.quartier.routing;

/**
 * What goods weigh and how much room they take.
 *
 * @param grams from 0 to {@value #MOST}
 * @param millilitres from 0 to {@value #MOST}
 */
public record Load(int grams, int millilitres) {

    /** The largest load in either dimension: sums of a whole day then fit. */
    public static final int MOST = 100_000_000;

    /** Nothing. */
    public static final Load NONE = new Load(0, 0);

    /** Refuses with {@link IllegalArgumentException} what is negative or above {@link #MOST}. */
    public Load {
        Limits.within("grams", grams, 0, MOST);
        Limits.within("millilitres", millilitres, 0, MOST);
    }
}

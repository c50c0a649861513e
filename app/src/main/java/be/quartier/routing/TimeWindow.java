package be.quartier.routing;

/**
 * When something may begin, both ends included, in seconds (or tenths, as the whole problem counts) since the day began.
 *
 * @param from earliest beginning; who comes sooner waits
 * @param until latest beginning, not before {@code from}
 */
public record TimeWindow(int from, int until) {

    /** Any time. */
    public static final TimeWindow ALWAYS = new TimeWindow(0, Limits.TIME);

    /** Refuses with {@link IllegalArgumentException} a window that is empty or outside 0 to 500,000,000. */
    public TimeWindow {
        Limits.within("the window's beginning", from, 0, Limits.TIME);
        Limits.within("the window's end", until, from, Limits.TIME);
    }
}

package be.quartier.routing;

/** Bounds that keep every sum of the kernel inside an int or a long. */
final class Limits {

    /** The latest time of day and the longest leg, in the problem's unit of time: 15 years of seconds. */
    static final int TIME = 500_000_000;

    /** The longest leg in metres or tenths. */
    static final int LEG = 50_000_000;

    /** Most stops, and most vehicles, of one problem. */
    static final int STOPS = 20_000;

    private Limits() {}

    /** The value, or a refusal that names it. */
    static long within(String name, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + " is " + value + ", not from " + least + " to " + most);
        }
        return value;
    }
}

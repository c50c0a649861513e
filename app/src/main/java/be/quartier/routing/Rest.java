package be.quartier.routing;

/**
 * A courier's break: it begins inside the window, lies between two services, and may be taken anywhere on the way. A day that is
 * over before the window's end needs none.
 *
 * @param begins when the break may begin
 * @param seconds how long it lasts
 */
public record Rest(TimeWindow begins, int seconds) {

    /** Refuses with {@link IllegalArgumentException} a negative length. */
    public Rest {
        Limits.within("the break's length", seconds, 0, Limits.TIME);
    }
}

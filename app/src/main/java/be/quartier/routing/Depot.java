package be.quartier.routing;

/**
 * Where every trip begins and ends.
 *
 * @param location row of the travel matrices
 * @param open when loading may begin and until when the last vehicle is back
 * @param loadingSeconds time to load before each departure, from the moment vehicle and goods are both there
 */
public record Depot(int location, TimeWindow open, int loadingSeconds) {

    /** Refuses with {@link IllegalArgumentException} a negative time. */
    public Depot {
        Limits.within("the location", location, 0, Limits.STOPS * 2L);
        Limits.within("the loading time", loadingSeconds, 0, Limits.TIME);
    }
}

package be.quartier.routing;

/**
 * What a plan costs: the sum of these terms, of {@link Vehicle#usedCost()} of each vehicle that leaves and of the penalties of stops
 * left out. Whole numbers, so that a cost is the same on every machine.
 *
 * @param perMetre for each metre (or tenth), before the vehicle's factor
 * @param perSecond for each second of driving, before the vehicle's factor
 * @param perSecondLate for each second that a service begins after what was promised
 * @param perKilogramKilometre the rider's effort: load carried times {@link Travel#effortMetres} of each leg
 */
public record Weights(int perMetre, int perSecond, int perSecondLate, int perKilogramKilometre) {

    /** The distance alone. */
    public static final Weights DISTANCE = new Weights(1, 0, 0, 0);

    /** Refuses with {@link IllegalArgumentException} what is not from 0 to 1,000,000. */
    public Weights {
        Limits.within("the weight of a metre", perMetre, 0, 1_000_000);
        Limits.within("the weight of a second", perSecond, 0, 1_000_000);
        Limits.within("the weight of lateness", perSecondLate, 0, 1_000_000);
        Limits.within("the weight of effort", perKilogramKilometre, 0, 1_000_000);
    }
}

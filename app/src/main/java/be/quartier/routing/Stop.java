package be.quartier.routing;

import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * One door to go to.
 *
 * @param location row of the travel matrices
 * @param serviceSeconds time at the door
 * @param window when the service may begin; never broken
 * @param dueBy the end of what the customer was promised: a service that begins later costs {@link Weights#perSecondLate()}
 * @param releasedAt when the goods are at the depot, packed; their trip is loaded from then on
 * @param delivery what is brought from the depot
 * @param pickup what is taken back to the depot (returned crates)
 * @param skills bits that the vehicle must all have (cold box, age check)
 * @param penalty what leaving the stop out costs; empty when it must be served
 * @param onlyVehicle the vehicle a dispatcher chose for it
 */
public record Stop(
        int location,
        int serviceSeconds,
        TimeWindow window,
        int dueBy,
        int releasedAt,
        Load delivery,
        Load pickup,
        long skills,
        OptionalLong penalty,
        OptionalInt onlyVehicle) {

    /** Refuses with {@link IllegalArgumentException} negative times and penalties. */
    public Stop {
        Limits.within("the location", location, 0, Limits.STOPS * 2L);
        Limits.within("the service time", serviceSeconds, 0, Limits.TIME);
        Limits.within("the promised time", dueBy, 0, Limits.TIME);
        Limits.within("the release time", releasedAt, 0, Limits.TIME);
        penalty.ifPresent(cost -> Limits.within("the penalty", cost, 0, Limits.TIME * 1000L));
    }

    /** A stop that takes no time, may be served at any time and gets nothing: what follows adds to it. */
    public static Stop at(int location) {
        return new Stop(
                location,
                0,
                TimeWindow.ALWAYS,
                Limits.TIME,
                0,
                Load.NONE,
                Load.NONE,
                0,
                OptionalLong.empty(),
                OptionalInt.empty());
    }

    /** The same with a time at the door. */
    public Stop lasting(int seconds) {
        return new Stop(location, seconds, window, dueBy, releasedAt, delivery, pickup, skills, penalty, onlyVehicle);
    }

    /** The same with a window that is never broken. */
    public Stop within(int from, int until) {
        TimeWindow hours = new TimeWindow(from, until);
        return new Stop(
                location, serviceSeconds, hours, dueBy, releasedAt, delivery, pickup, skills, penalty, onlyVehicle);
    }

    /** The same with a promise whose breach costs. */
    public Stop promisedBy(int time) {
        return new Stop(
                location, serviceSeconds, window, time, releasedAt, delivery, pickup, skills, penalty, onlyVehicle);
    }

    /** The same with goods that are there from this time on. */
    public Stop released(int time) {
        return new Stop(location, serviceSeconds, window, dueBy, time, delivery, pickup, skills, penalty, onlyVehicle);
    }

    /** The same with goods to bring. */
    public Stop bringing(Load load) {
        return new Stop(
                location, serviceSeconds, window, dueBy, releasedAt, load, pickup, skills, penalty, onlyVehicle);
    }

    /** The same with goods to take back. */
    public Stop takingBack(Load load) {
        return new Stop(
                location, serviceSeconds, window, dueBy, releasedAt, delivery, load, skills, penalty, onlyVehicle);
    }

    /** The same for vehicles with all of these skills. */
    public Stop needing(long bits) {
        return new Stop(
                location, serviceSeconds, window, dueBy, releasedAt, delivery, pickup, bits, penalty, onlyVehicle);
    }

    /** The same, to be left out where that costs less. */
    public Stop optional(long cost) {
        return new Stop(
                location,
                serviceSeconds,
                window,
                dueBy,
                releasedAt,
                delivery,
                pickup,
                skills,
                OptionalLong.of(cost),
                onlyVehicle);
    }

    /** The same for one vehicle alone. */
    public Stop onlyOn(int vehicle) {
        return new Stop(
                location,
                serviceSeconds,
                window,
                dueBy,
                releasedAt,
                delivery,
                pickup,
                skills,
                penalty,
                OptionalInt.of(vehicle));
    }
}

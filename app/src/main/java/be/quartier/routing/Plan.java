package be.quartier.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Who goes where and when. Times are as early as possible: who comes before a window waits at the door.
 *
 * @param days the vehicles that leave the depot, in the order of the fleet
 * @param leftOut the stops nobody serves, ascending
 * @param cost what it comes to
 */
public record Plan(List<Day> days, List<Integer> leftOut, Cost cost) {

    /** Copies the lists. */
    public Plan {
        days = List.copyOf(days);
        leftOut = List.copyOf(leftOut);
    }

    /**
     * One vehicle's day.
     *
     * @param vehicle its place in the fleet
     * @param trips in order, none empty
     * @param restBegins when the break begins; empty when the vehicle has none or the day is over before it
     */
    public record Day(int vehicle, List<Trip> trips, OptionalInt restBegins) {

        /** Copies the list. */
        public Day {
            trips = List.copyOf(trips);
        }
    }

    /**
     * From the depot to the depot.
     *
     * @param departure when loading is done and it leaves (for a vehicle already on the road, when its shift begins)
     * @param visits in order
     * @param back when it is at the depot again
     */
    public record Trip(int departure, List<Visit> visits, int back) {

        /** Copies the list. */
        public Trip {
            visits = List.copyOf(visits);
        }
    }

    /**
     * A service at a door.
     *
     * @param stop its place in the problem
     * @param begins when it begins, after any wait
     * @param ends when it ends
     */
    public record Visit(int stop, int begins, int ends) {}

    /**
     * What a plan comes to, term by term.
     *
     * @param total the weighted sum of the others
     * @param metres distance of all legs
     * @param drivingSeconds driving time of all legs
     * @param vehicles how many leave the depot
     * @param lateSeconds seconds after what was promised, all stops together
     * @param gramMetres load times effort metres, all legs together
     * @param penalties of stops left out
     */
    public record Cost(
            long total,
            long metres,
            long drivingSeconds,
            int vehicles,
            long lateSeconds,
            long gramMetres,
            long penalties) {}

    /** For each vehicle of the fleet its stops in order, {@link Vehicle#DEPOT} between trips; empty for who stays. */
    public List<List<Integer>> sequences(int fleet) {
        List<List<Integer>> all = new ArrayList<>();
        for (int vehicle = 0; vehicle < fleet; vehicle++) {
            all.add(new ArrayList<>());
        }
        for (Day day : days) {
            List<Integer> sequence = all.get(day.vehicle());
            for (Trip trip : day.trips()) {
                if (!sequence.isEmpty()) {
                    sequence.add(Vehicle.DEPOT);
                }
                trip.visits().forEach(visit -> sequence.add(visit.stop()));
            }
        }
        return all;
    }
}

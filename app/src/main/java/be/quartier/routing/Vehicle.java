package be.quartier.routing;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A bike (with its trailer) and its courier for one day.
 *
 * @param travel which of the problem's travel matrices it moves by
 * @param capacity the most it carries at any moment
 * @param shift from when it can be loaded and until when it must be back
 * @param tripsMost how many times it may leave the depot
 * @param rest the courier's break
 * @param skills bits of what it can do
 * @param usedCost what using it at all costs
 * @param costPermille factor on distance and driving time, 1000 for one
 * @param startsAt the location where it is when the shift begins, on the road with the goods of its first trip; the depot when empty
 * @param begun what is decided already: these stops first, in this order, {@link #DEPOT} for a return; nothing is put before or
 *     between them
 */
public record Vehicle(
        int travel,
        Load capacity,
        TimeWindow shift,
        int tripsMost,
        Optional<Rest> rest,
        long skills,
        long usedCost,
        int costPermille,
        OptionalInt startsAt,
        List<Integer> begun) {

    /** A return to the depot inside a list of stops. */
    public static final int DEPOT = -1;

    /** Refuses with {@link IllegalArgumentException} negative numbers, and a list that begins with or doubles a return. */
    public Vehicle {
        Limits.within("the number of trips", tripsMost, 1, Limits.STOPS);
        Limits.within("the cost of use", usedCost, 0, Limits.TIME * 1000L);
        Limits.within("the cost factor", costPermille, 0, 1_000_000);
        begun = List.copyOf(begun);
        int before = DEPOT;
        for (int stop : begun) {
            if (stop == DEPOT && before == DEPOT) {
                throw new IllegalArgumentException("what is decided already holds an empty trip: " + begun);
            }
            before = stop;
        }
        if (startsAt.isPresent() && begun.isEmpty()) {
            throw new IllegalArgumentException("a vehicle on the road has stops to go to, or it is at the depot");
        }
    }

    /** A vehicle of one trip that carries this much, moves by the first matrix and is there all day: what follows adds to it. */
    public static Vehicle carrying(Load capacity) {
        return new Vehicle(
                0, capacity, TimeWindow.ALWAYS, 1, Optional.empty(), 0, 0, 1000, OptionalInt.empty(), List.of());
    }

    /** The same by another matrix. */
    public Vehicle movingBy(int matrix) {
        return new Vehicle(matrix, capacity, shift, tripsMost, rest, skills, usedCost, costPermille, startsAt, begun);
    }

    /** The same with working hours. */
    public Vehicle working(int from, int until) {
        TimeWindow hours = new TimeWindow(from, until);
        return new Vehicle(travel, capacity, hours, tripsMost, rest, skills, usedCost, costPermille, startsAt, begun);
    }

    /** The same with several trips. */
    public Vehicle reloading(int trips) {
        return new Vehicle(travel, capacity, shift, trips, rest, skills, usedCost, costPermille, startsAt, begun);
    }

    /** The same with a break. */
    public Vehicle resting(Rest pause) {
        Optional<Rest> some = Optional.of(pause);
        return new Vehicle(travel, capacity, shift, tripsMost, some, skills, usedCost, costPermille, startsAt, begun);
    }

    /** The same with skills. */
    public Vehicle skilled(long bits) {
        return new Vehicle(travel, capacity, shift, tripsMost, rest, bits, usedCost, costPermille, startsAt, begun);
    }

    /** The same with a cost of use and a factor on what it drives. */
    public Vehicle costing(long used, int permille) {
        return new Vehicle(travel, capacity, shift, tripsMost, rest, skills, used, permille, startsAt, begun);
    }

    /** The same with a day already begun at the depot. */
    public Vehicle begun(List<Integer> stops) {
        return new Vehicle(travel, capacity, shift, tripsMost, rest, skills, usedCost, costPermille, startsAt, stops);
    }

    /** The same on the road, at a location, with the goods of these stops on board. */
    public Vehicle onTheRoad(int location, List<Integer> stops) {
        OptionalInt here = OptionalInt.of(location);
        return new Vehicle(travel, capacity, shift, tripsMost, rest, skills, usedCost, costPermille, here, stops);
    }
}

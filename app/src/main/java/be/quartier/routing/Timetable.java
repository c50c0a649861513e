package be.quartier.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeSet;

/** Gives times to stops in order: everything as early as possible, a break where it makes least late. */
public final class Timetable {

    /** No break on any leg. */
    private static final int NOWHERE = -1;

    private final Problem problem;
    private final Vehicle vehicle;
    private final Travel travel;
    private final Depot depot;
    private final List<Integer> stops;

    private final List<Plan.Trip> trips = new ArrayList<>();
    private OptionalInt restBegins = OptionalInt.empty();
    private int end;
    private int broken;
    private long late;
    private boolean restPossible = true;
    private long metres;
    private long seconds;
    private long gramMetres;
    private long legs;

    private Timetable(Problem problem, int number, List<Integer> stops) {
        this.problem = problem;
        this.vehicle = problem.vehicles().get(number);
        this.travel = problem.travel(number);
        this.depot = problem.depot();
        this.stops = stops;
    }

    /**
     * A plan that serves these stops.
     *
     * @param sequences for each vehicle its stops in order, {@link Vehicle#DEPOT} between trips (empty trips are passed over); it may
     *     break rules, which {@link PlanCheck} tells
     * @throws IllegalArgumentException for more sequences than vehicles or a stop that is not there
     */
    public static Plan of(Problem problem, List<List<Integer>> sequences) {
        Limits.within(
                "the number of routes", sequences.size(), 0, problem.vehicles().size());
        List<Plan.Day> days = new ArrayList<>();
        TreeSet<Integer> leftOut = new TreeSet<>();
        for (int stop = 0; stop < problem.stops().size(); stop++) {
            leftOut.add(stop);
        }
        long total = 0;
        long[] sums = new long[4];
        for (int number = 0; number < sequences.size(); number++) {
            List<Integer> stops = withoutEmptyTrips(problem, sequences.get(number));
            if (stops.isEmpty()) {
                continue;
            }
            Timetable day = best(problem, number, stops);
            days.add(new Plan.Day(number, day.trips, day.restBegins));
            leftOut.removeAll(stops);
            total += day.cost();
            sums[0] += day.metres;
            sums[1] += day.seconds;
            sums[2] += day.late;
            sums[3] += day.gramMetres;
        }
        long penalties = leftOut.stream()
                .mapToLong(stop -> problem.stops().get(stop).penalty().orElse(0))
                .sum();
        Plan.Cost cost = new Plan.Cost(total + penalties, sums[0], sums[1], days.size(), sums[2], sums[3], penalties);
        return new Plan(days, List.copyOf(leftOut), cost);
    }

    private static List<Integer> withoutEmptyTrips(Problem problem, List<Integer> sequence) {
        List<Integer> stops = new ArrayList<>();
        for (int stop : sequence) {
            Limits.within("a stop", stop, Vehicle.DEPOT, problem.stops().size() - 1L);
            if (stop != Vehicle.DEPOT || (!stops.isEmpty() && stops.getLast() != Vehicle.DEPOT)) {
                stops.add(stop);
            }
        }
        if (!stops.isEmpty() && stops.getLast() == Vehicle.DEPOT) {
            stops.removeLast();
        }
        return stops;
    }

    /** The day without a break when it is over before it; else with the break on the leg that makes least late, then ends first. */
    private static Timetable best(Problem problem, int number, List<Integer> stops) {
        Timetable plain = new Timetable(problem, number, stops).drive(NOWHERE);
        if (plain.vehicle.rest().isEmpty()
                || plain.end <= plain.vehicle.rest().get().begins().until()) {
            return plain;
        }
        Timetable best = plain;
        for (int leg = 0; leg <= stops.size(); leg++) {
            Timetable day = new Timetable(problem, number, stops).drive(leg);
            if (day.restPossible && (best == plain || day.compareTo(best) < 0)) {
                best = day;
            }
        }
        return best;
    }

    /** Fewer broken windows, then less late, then sooner over. */
    private int compareTo(Timetable other) {
        if (broken != other.broken) {
            return Integer.compare(broken, other.broken);
        }
        return late != other.late ? Long.compare(late, other.late) : Integer.compare(end, other.end);
    }

    private Timetable drive(int restLeg) {
        boolean road = vehicle.startsAt().isPresent();
        int place = road ? vehicle.startsAt().getAsInt() : depot.location();
        int time = vehicle.shift().from();
        int leg = 0;
        int at = 0;
        while (at < stops.size()) {
            int to = at;
            while (to < stops.size() && stops.get(to) != Vehicle.DEPOT) {
                to++;
            }
            List<Integer> trip = stops.subList(at, to);
            int departure = at == 0 && road ? time : loaded(time, trip);
            long load = trip.stream()
                    .mapToLong(stop -> problem.stops().get(stop).delivery().grams())
                    .sum();
            List<Plan.Visit> visits = new ArrayList<>();
            time = departure;
            for (int number : trip) {
                Stop stop = problem.stops().get(number);
                time = move(place, stop.location(), time, load, leg++ == restLeg);
                place = stop.location();
                int begins = Math.max(time, stop.window().from());
                late += Math.max(0, begins - stop.dueBy());
                broken += begins > stop.window().until() ? 1 : 0;
                time = begins + stop.serviceSeconds();
                load += stop.pickup().grams() - (long) stop.delivery().grams();
                visits.add(new Plan.Visit(number, begins, time));
            }
            time = move(place, depot.location(), time, load, leg++ == restLeg);
            place = depot.location();
            trips.add(new Plan.Trip(departure, visits, time));
            at = to + 1;
        }
        end = time;
        broken += end > Math.min(vehicle.shift().until(), depot.open().until()) ? 1 : 0;
        return this;
    }

    private int loaded(int ready, List<Integer> trip) {
        int begins = Math.max(ready, depot.open().from());
        for (int stop : trip) {
            begins = Math.max(begins, problem.stops().get(stop).releasedAt());
        }
        return begins + depot.loadingSeconds();
    }

    private int move(int from, int to, int time, long load, boolean resting) {
        int drive = travel.seconds(from, to);
        int length = travel.metres(from, to);
        seconds += drive;
        metres += length;
        legs += Model.legCost(problem.weights(), vehicle, length, drive);
        gramMetres += load * travel.effortMetres(from, to);
        if (!resting) {
            return time + drive;
        }
        Rest rest = vehicle.rest().orElseThrow();
        int begins = Math.max(time, rest.begins().from());
        restPossible = begins <= rest.begins().until();
        restBegins = OptionalInt.of(begins);
        // Who arrives before the break begins takes it at the next door.
        return Math.max(time + drive, begins) + rest.seconds();
    }

    private long cost() {
        Weights weights = problem.weights();
        return vehicle.usedCost()
                + legs
                + late * weights.perSecondLate()
                + Math.floorDiv(gramMetres, 1000L) * weights.perKilogramKilometre() / 1000;
    }
}

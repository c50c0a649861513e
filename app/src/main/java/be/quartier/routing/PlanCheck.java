package be.quartier.routing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Tells what a plan breaks, by its own arithmetic from problem and plan alone: nothing of the search and of its timetable is used
 * here, so that a fault there shows.
 */
public final class PlanCheck {

    private final Problem problem;
    private final Plan plan;
    private final List<String> faults = new ArrayList<>();
    private final Set<Integer> served = new HashSet<>();
    private long metres;
    private long seconds;
    private long late;
    private long gramMetres;
    private long cost;

    private PlanCheck(Problem problem, Plan plan) {
        this.problem = problem;
        this.plan = plan;
    }

    /** One sentence for each rule that is broken; empty when the plan keeps them all and costs what it says. */
    public static List<String> faults(Problem problem, Plan plan) {
        PlanCheck check = new PlanCheck(problem, plan);
        check.days();
        check.leftOut();
        check.costs();
        return List.copyOf(check.faults);
    }

    private void fault(String sentence) {
        faults.add(sentence);
    }

    private void days() {
        Set<Integer> vehicles = new HashSet<>();
        for (Plan.Day day : plan.days()) {
            if (day.vehicle() < 0 || day.vehicle() >= problem.vehicles().size()) {
                fault("There is no vehicle " + day.vehicle() + ".");
                continue;
            }
            if (!vehicles.add(day.vehicle())) {
                fault("Vehicle " + day.vehicle() + " has two days.");
            }
            Vehicle vehicle = problem.vehicles().get(day.vehicle());
            List<Integer> order = new ArrayList<>();
            for (Plan.Trip trip : day.trips()) {
                if (trip.visits().isEmpty()) {
                    fault("Vehicle " + day.vehicle() + " has an empty trip.");
                }
                trip.visits().forEach(visit -> order.add(visit.stop()));
                order.add(Vehicle.DEPOT);
            }
            if (order.stream().anyMatch(stop -> stop >= problem.stops().size() || stop < Vehicle.DEPOT)) {
                fault("Vehicle " + day.vehicle() + " goes to a stop that is not there.");
                continue;
            }
            if (day.trips().size() > vehicle.tripsMost()) {
                fault("Vehicle " + day.vehicle() + " makes " + day.trips().size() + " trips, " + vehicle.tripsMost()
                        + " at most.");
            }
            begun(day.vehicle(), vehicle, order);
            order.stream().filter(stop -> stop != Vehicle.DEPOT).forEach(stop -> stop(day.vehicle(), vehicle, stop));
            day.trips().forEach(trip -> loads(day.vehicle(), vehicle, trip));
            faults.addAll(new DayCheck(problem, day).faults());
            legs(day, vehicle);
        }
        for (int v = 0; v < problem.vehicles().size(); v++) {
            if (!problem.vehicles().get(v).begun().isEmpty() && !vehicles.contains(v)) {
                fault("Vehicle " + v + " does not do what is decided for it.");
            }
        }
    }

    /** What is decided comes first; a trip whose goods are on board already takes no other stop. */
    private void begun(int number, Vehicle vehicle, List<Integer> order) {
        List<Integer> decided = vehicle.begun();
        int size = decided.size();
        boolean kept = order.size() >= size && order.subList(0, size).equals(decided);
        boolean open = vehicle.startsAt().isEmpty() || decided.contains(Vehicle.DEPOT);
        if (!kept || (!open && order.get(size) != Vehicle.DEPOT)) {
            fault("Vehicle " + number + " does not begin as decided.");
        }
    }

    private void stop(int number, Vehicle vehicle, int place) {
        Stop stop = problem.stops().get(place);
        if (!served.add(place)) {
            fault("Stop " + place + " is served twice.");
        }
        if ((stop.skills() & vehicle.skills()) != stop.skills()) {
            fault("Vehicle " + number + " lacks a skill for stop " + place + ".");
        }
        if (stop.onlyVehicle().isPresent() && stop.onlyVehicle().getAsInt() != number) {
            fault("Stop " + place + " is for another vehicle than " + number + ".");
        }
    }

    private void loads(int number, Vehicle vehicle, Plan.Trip trip) {
        long grams = 0;
        long room = 0;
        for (Plan.Visit visit : trip.visits()) {
            grams += problem.stops().get(visit.stop()).delivery().grams();
            room += problem.stops().get(visit.stop()).delivery().millilitres();
        }
        boolean over =
                grams > vehicle.capacity().grams() || room > vehicle.capacity().millilitres();
        for (Plan.Visit visit : trip.visits()) {
            Stop stop = problem.stops().get(visit.stop());
            grams += stop.pickup().grams() - (long) stop.delivery().grams();
            room += stop.pickup().millilitres() - (long) stop.delivery().millilitres();
            over |= grams > vehicle.capacity().grams()
                    || room > vehicle.capacity().millilitres();
        }
        if (over) {
            fault("Vehicle " + number + " carries more than it can on the trip that leaves at " + trip.departure()
                    + ".");
        }
    }

    private void legs(Plan.Day day, Vehicle vehicle) {
        Travel travel = problem.travels().get(vehicle.travel());
        int home = problem.depot().location();
        int from = vehicle.startsAt().orElse(home);
        long day1000 = 0;
        long effort = 0;
        long dayLate = 0;
        for (Plan.Trip trip : day.trips()) {
            long load = 0;
            for (Plan.Visit visit : trip.visits()) {
                load += problem.stops().get(visit.stop()).delivery().grams();
            }
            for (int i = 0; i <= trip.visits().size(); i++) {
                boolean ends = i == trip.visits().size();
                int to = ends
                        ? home
                        : problem.stops().get(trip.visits().get(i).stop()).location();
                int length = travel.metres(from, to);
                int drive = travel.seconds(from, to);
                metres += length;
                seconds += drive;
                effort += load * travel.effortMetres(from, to);
                long leg = (long) problem.weights().perMetre() * length
                        + (long) problem.weights().perSecond() * drive;
                day1000 += (leg * vehicle.costPermille() + 500) / 1000;
                from = to;
                if (!ends) {
                    Plan.Visit visit = trip.visits().get(i);
                    Stop stop = problem.stops().get(visit.stop());
                    load = load - stop.delivery().grams() + stop.pickup().grams();
                    dayLate += visit.begins() > stop.dueBy() ? visit.begins() - stop.dueBy() : 0;
                }
            }
        }
        gramMetres += effort;
        late += dayLate;
        cost += day1000
                + vehicle.usedCost()
                + dayLate * problem.weights().perSecondLate()
                + effort / 1000 * problem.weights().perKilogramKilometre() / 1000;
    }

    private void leftOut() {
        List<Integer> missing = new ArrayList<>();
        for (int place = 0; place < problem.stops().size(); place++) {
            if (!served.contains(place)) {
                missing.add(place);
                if (problem.stops().get(place).penalty().isEmpty()) {
                    fault("Stop " + place + " must be served and is not.");
                }
            }
        }
        if (!missing.equals(plan.leftOut())) {
            fault("Left out are " + missing + ", not " + plan.leftOut() + ".");
        }
    }

    private void costs() {
        long penalties = 0;
        for (int place : plan.leftOut()) {
            boolean known = place >= 0 && place < problem.stops().size();
            penalties += known ? problem.stops().get(place).penalty().orElse(0) : 0;
        }
        Plan.Cost found =
                new Plan.Cost(cost + penalties, metres, seconds, plan.days().size(), late, gramMetres, penalties);
        if (!found.equals(plan.cost())) {
            fault("It costs " + found + ", not " + plan.cost() + ".");
        }
    }
}

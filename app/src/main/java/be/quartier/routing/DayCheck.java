package be.quartier.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * The hours of one vehicle's day: each thing the courier is busy with must end early enough to drive to the next one, and to rest on
 * the way where the break is said to be. Part of {@link PlanCheck}.
 */
final class DayCheck {

    /** Loading, a service or the end of the day. */
    private record Busy(String what, int location, int begins, int ends) {}

    private final Problem problem;
    private final Plan.Day day;
    private final Vehicle vehicle;
    private final List<String> faults = new ArrayList<>();
    private final List<Busy> course = new ArrayList<>();

    DayCheck(Problem problem, Plan.Day day) {
        this.problem = problem;
        this.day = day;
        this.vehicle = problem.vehicles().get(day.vehicle());
    }

    List<String> faults() {
        boolean first = true;
        for (Plan.Trip trip : day.trips()) {
            departure(trip, first && vehicle.startsAt().isPresent());
            trip.visits().forEach(this::visit);
            first = false;
        }
        int over = day.trips().isEmpty() ? 0 : day.trips().getLast().back();
        course.add(new Busy("the end", problem.depot().location(), over, over));
        if (over > vehicle.shift().until() || over > problem.depot().open().until()) {
            fault("is back at " + over + ", after its shift or the depot's hours");
        }
        rest(over);
        for (int i = 1; i < course.size(); i++) {
            between(course.get(i - 1), course.get(i));
        }
        backs();
        return faults;
    }

    private void fault(String what) {
        faults.add("Vehicle " + day.vehicle() + " " + what + ".");
    }

    private void departure(Plan.Trip trip, boolean road) {
        int loading = road ? 0 : problem.depot().loadingSeconds();
        int begins = trip.departure() - loading;
        if (begins < vehicle.shift().from()) {
            fault("is busy at " + begins + ", before its shift");
        }
        if (road) {
            course.add(new Busy("the start", vehicle.startsAt().orElseThrow(), begins, begins));
            return;
        }
        if (begins < problem.depot().open().from()) {
            fault("is loaded at " + begins + ", before the depot opens");
        }
        for (Plan.Visit visit : trip.visits()) {
            if (begins < problem.stops().get(visit.stop()).releasedAt()) {
                fault("is loaded at " + begins + ", before the goods of stop " + visit.stop() + " are released");
            }
        }
        course.add(new Busy("loading", problem.depot().location(), begins, trip.departure()));
    }

    private void visit(Plan.Visit visit) {
        Stop stop = problem.stops().get(visit.stop());
        if (visit.begins() < stop.window().from()
                || visit.begins() > stop.window().until()) {
            fault("serves stop " + visit.stop() + " at " + visit.begins() + ", outside its window");
        }
        if (visit.ends() - visit.begins() != stop.serviceSeconds()) {
            fault("takes another time than said at stop " + visit.stop());
        }
        course.add(new Busy("stop " + visit.stop(), stop.location(), visit.begins(), visit.ends()));
    }

    private int drive(int from, int to) {
        return problem.travels().get(vehicle.travel()).seconds(from, to);
    }

    private void between(Busy before, Busy after) {
        int needed = drive(before.location(), after.location());
        OptionalInt rest = day.restBegins();
        if (rest.isPresent() && rest.getAsInt() >= before.ends() && rest.getAsInt() < after.begins()) {
            needed += length();
        }
        if (after.begins() - before.ends() < needed) {
            fault("cannot be at " + after.what() + " by " + after.begins() + " from " + before.what());
        }
    }

    private int length() {
        return vehicle.rest().map(Rest::seconds).orElse(0);
    }

    /** When each trip is said to be back, it is: after its last service, the way home, and the break if that is on it. */
    private void backs() {
        int loaded = Integer.MAX_VALUE;
        for (int i = day.trips().size() - 1; i >= 0; i--) {
            Plan.Trip trip = day.trips().get(i);
            if (!trip.visits().isEmpty()) {
                Plan.Visit last = trip.visits().getLast();
                int way = drive(
                        problem.stops().get(last.stop()).location(),
                        problem.depot().location());
                if (trip.back() < last.ends() + way || trip.back() > loaded) {
                    fault("is back at " + trip.back() + ", which does not fit what is before and after");
                }
            }
            loaded = trip.departure()
                    - (i == 0 && vehicle.startsAt().isPresent()
                            ? 0
                            : problem.depot().loadingSeconds());
        }
    }

    private void rest(int over) {
        if (day.restBegins().isEmpty()) {
            if (vehicle.rest().isPresent()
                    && over > vehicle.rest().get().begins().until()) {
                fault("has no break, and is not back before it");
            }
            return;
        }
        int begins = day.restBegins().getAsInt();
        if (vehicle.rest().isEmpty()) {
            fault("has a break that nobody asked for");
        } else if (begins < vehicle.rest().get().begins().from()
                || begins > vehicle.rest().get().begins().until()) {
            fault("rests at " + begins + ", outside the hours of the break");
        }
        boolean busy = course.stream().anyMatch(it -> begins < it.ends() && begins + length() > it.begins());
        if (busy || begins < vehicle.shift().from()) {
            fault("rests at " + begins + ", when it is busy");
        }
    }
}

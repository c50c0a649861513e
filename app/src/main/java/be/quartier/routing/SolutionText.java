package be.quartier.routing;

import be.quartier.routing.BenchmarkFile.Unreadable;
import java.util.ArrayList;
import java.util.List;

/**
 * The {@code .sol} format of the benchmark instances: {@code Route #1: 21 75 0 23}, where customer i is stop i - 1 of the problem and
 * 0 is a return to the depot, and a last line {@code Cost: 14426}.
 */
public final class SolutionText {

    private SolutionText() {}

    /** The plan as text, one route for each vehicle that leaves; cost in the problem's unit (tenths). */
    public static String write(Plan plan) {
        StringBuilder text = new StringBuilder();
        int number = 1;
        for (Plan.Day day : plan.days()) {
            text.append("Route #").append(number++).append(':');
            boolean first = true;
            for (Plan.Trip trip : day.trips()) {
                text.append(first ? "" : " 0");
                first = false;
                for (Plan.Visit visit : trip.visits()) {
                    text.append(' ').append(visit.stop() + 1);
                }
            }
            text.append('\n');
        }
        return text.append("Cost: ").append(plan.cost().total()).append('\n').toString();
    }

    /**
     * Routes of a text, as {@link Timetable#of} takes them; what the text says of its cost is not looked at.
     *
     * @throws Unreadable for a route that holds something else than customers
     */
    public static List<List<Integer>> read(String text) throws Unreadable {
        List<List<Integer>> routes = new ArrayList<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (line.startsWith("Route")) {
                List<Integer> stops = new ArrayList<>();
                String customers = line.substring(line.indexOf(':') + 1).strip();
                for (int customer : customers.isEmpty() ? new int[0] : SolomonText.numbers(customers, number)) {
                    stops.add(customer - 1);
                }
                routes.add(stops);
            }
        }
        return routes;
    }
}

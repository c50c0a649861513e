package be.quartier.routing;

import java.util.List;
import java.util.stream.IntStream;

/** Small towns on a line for tests: location i is i hundred metres from the depot, a metre takes a second. */
final class Towns {

    static final Load BIKE = new Load(100, 100);
    static final Depot DEPOT = new Depot(0, new TimeWindow(0, 10_000), 0);

    private Towns() {}

    static Travel line(int locations) {
        int[][] table = IntStream.range(0, locations)
                .mapToObj(a -> IntStream.range(0, locations)
                        .map(b -> 100 * Math.abs(a - b))
                        .toArray())
                .toArray(int[][]::new);
        return Travel.of(table, table);
    }

    /** A town of these stops and vehicles, ten locations on the line. */
    static Problem of(List<Stop> stops, List<Vehicle> vehicles) {
        return new Problem(DEPOT, stops, vehicles, List.of(line(10)), Weights.DISTANCE);
    }

    static Vehicle bike() {
        return Vehicle.carrying(BIKE);
    }

    /** A stop with a parcel of ten by ten. */
    static Stop door(int location) {
        return Stop.at(location).bringing(new Load(10, 10));
    }

    static Plan solved(Problem problem) {
        return new Solver(problem, Goal.COST, 1, Budget.rounds(2_000)).solve();
    }
}

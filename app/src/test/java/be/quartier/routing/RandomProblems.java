package be.quartier.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Small problems in which anything may occur: each kind of rule is there half of the time, alone or with others. */
final class RandomProblems {

    private static final int DAY = 10_000;

    private final RandomGenerator random;

    RandomProblems(RandomGenerator random) {
        this.random = random;
    }

    Problem next(int stopsMost) {
        int count = 1 + random.nextInt(stopsMost);
        int locations = count + 3;
        int fleet = 1 + random.nextInt(3);
        List<Travel> travels = List.of(travel(locations), travel(locations).atPace(1300));
        boolean pickups = random.nextBoolean();
        boolean releases = random.nextBoolean();
        boolean windows = random.nextBoolean();
        boolean promises = random.nextBoolean();
        boolean skills = random.nextBoolean();
        boolean chosen = random.nextInt(4) == 0;
        List<Stop> stops = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Stop stop = Stop.at(1 + i).lasting(random.nextInt(200)).bringing(load(30));
            stop = pickups && random.nextBoolean() ? stop.takingBack(load(30)) : stop;
            stop = releases && random.nextBoolean() ? stop.released(random.nextInt(DAY / 2)) : stop;
            int from = random.nextInt(DAY * 2 / 3);
            stop = windows && random.nextBoolean() ? stop.within(from, from + random.nextInt(DAY / 2)) : stop;
            stop = promises && random.nextBoolean() ? stop.promisedBy(from + random.nextInt(DAY / 3)) : stop;
            stop = skills && random.nextInt(3) == 0 ? stop.needing(1 + random.nextInt(3)) : stop;
            stop = chosen && random.nextInt(4) == 0 ? stop.onlyOn(random.nextInt(fleet)) : stop;
            stops.add(random.nextInt(3) == 0 ? stop.optional(random.nextInt(4000)) : stop);
        }
        List<Vehicle> vehicles = vehicles(fleet, locations);
        Depot depot = new Depot(0, new TimeWindow(random.nextInt(300), DAY), random.nextInt(2) * random.nextInt(100));
        Weights weights =
                new Weights(1, random.nextInt(2), random.nextInt(3), random.nextInt(2) * random.nextInt(2000));
        return new Problem(depot, stops, vehicles, travels, weights);
    }

    private List<Vehicle> vehicles(int fleet, int locations) {
        boolean rests = random.nextInt(3) == 0;
        boolean several = random.nextBoolean();
        boolean mixed = random.nextBoolean();
        Vehicle common = vehicle(several);
        List<Vehicle> vehicles = new ArrayList<>();
        for (int v = 0; v < fleet; v++) {
            Vehicle vehicle = mixed ? vehicle(several) : common;
            int from = random.nextInt(DAY / 2);
            Rest rest = new Rest(new TimeWindow(from, from + random.nextInt(DAY / 3)), random.nextInt(1000));
            vehicles.add(rests ? vehicle.resting(rest) : vehicle);
        }
        if (random.nextInt(4) == 0) {
            begin(vehicles, locations);
        }
        return vehicles;
    }

    /** The first vehicle has begun its day with the first stop, at the depot or on the road. */
    private void begin(List<Vehicle> vehicles, int locations) {
        List<Integer> stops = random.nextBoolean() ? List.of(0) : List.of(0, Vehicle.DEPOT);
        Vehicle first = vehicles.getFirst();
        vehicles.set(0, random.nextBoolean() ? first.begun(stops) : first.onTheRoad(locations - 1, stops));
    }

    private Vehicle vehicle(boolean several) {
        int from = random.nextInt(DAY / 4);
        return Vehicle.carrying(new Load(20 + random.nextInt(100), 20 + random.nextInt(100)))
                .movingBy(random.nextInt(2))
                .working(from, DAY - random.nextInt(DAY / 4))
                .reloading(several ? 1 + random.nextInt(4) : 1)
                .skilled(random.nextInt(4))
                .costing(random.nextInt(500), 500 + random.nextInt(1000));
    }

    private Load load(int most) {
        return new Load(random.nextInt(most), random.nextInt(most));
    }

    /** Asymmetric ways, not always the shortest: a detour may be quicker. */
    private Travel travel(int size) {
        int[] x = random.ints(size, 0, 1000).toArray();
        int[] y = random.ints(size, 0, 1000).toArray();
        int[][] metres = new int[size][size];
        int[][] seconds = new int[size][size];
        int[][] effort = new int[size][size];
        for (int a = 0; a < size; a++) {
            for (int b = 0; b < size; b++) {
                if (a != b) {
                    metres[a][b] = (int) Math.hypot(x[a] - x[b], y[a] - y[b]) + random.nextInt(100);
                    seconds[a][b] = metres[a][b] + random.nextInt(200);
                    effort[a][b] = metres[a][b] + Math.max(0, y[b] - y[a]);
                }
            }
        }
        return Travel.of(metres, seconds, effort);
    }
}

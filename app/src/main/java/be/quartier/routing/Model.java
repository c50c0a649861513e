package be.quartier.routing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A problem as arrays for the search. Node 0 is the depot, node i + 1 is stop i, further nodes are where vehicles on the road are.
 * Vehicles that nothing tells apart share a type.
 */
final class Model {

    final Problem problem;
    final int stops;
    final int nodes;
    final int vehicles;

    final int[] early;
    final int[] late;
    final int[] service;
    final int[] due;
    final int[] release;
    final int[] grams;
    final int[] millilitres;
    final int[] gramsBack;
    final int[] millilitresBack;
    /** What leaving the node out costs; {@link Long#MAX_VALUE} when it must be served. */
    final long[] penalty;

    final int[] typeOf;
    final int types;
    final int[] startNode;
    final boolean[][] allowed;
    /** By type: cost and time of a leg, row = from; and their transposes, row = to. */
    final int[][][] costFrom;

    final int[][][] costTo;
    final int[][][] timeFrom;
    final int[][][] timeTo;

    final boolean lateness;
    final boolean effort;
    final boolean plain;

    Model(Problem problem) {
        this.problem = problem;
        stops = problem.stops().size();
        vehicles = problem.vehicles().size();
        int starts = (int) problem.vehicles().stream()
                .filter(vehicle -> vehicle.startsAt().isPresent())
                .count();
        nodes = 1 + stops + starts;
        early = new int[nodes];
        late = new int[nodes];
        service = new int[nodes];
        due = new int[nodes];
        release = new int[nodes];
        grams = new int[nodes];
        millilitres = new int[nodes];
        gramsBack = new int[nodes];
        millilitresBack = new int[nodes];
        penalty = new long[nodes];
        fillStops();
        typeOf = new int[vehicles];
        startNode = new int[vehicles];
        types = fillTypes();
        allowed = new boolean[types][nodes];
        costFrom = new int[types][][];
        costTo = new int[types][][];
        timeFrom = new int[types][][];
        timeTo = new int[types][][];
        fillTables();
        lateness = problem.weights().perSecondLate() > 0
                && problem.stops().stream()
                        .anyMatch(stop -> stop.dueBy() < stop.window().until());
        effort = problem.weights().perKilogramKilometre() > 0;
        plain = isPlain();
    }

    private void fillStops() {
        Arrays.fill(late, Limits.TIME);
        Arrays.fill(due, Limits.TIME);
        for (int i = 0; i < stops; i++) {
            Stop stop = problem.stops().get(i);
            int node = i + 1;
            early[node] = stop.window().from();
            late[node] = stop.window().until();
            service[node] = stop.serviceSeconds();
            due[node] = stop.dueBy();
            release[node] = stop.releasedAt();
            grams[node] = stop.delivery().grams();
            millilitres[node] = stop.delivery().millilitres();
            gramsBack[node] = stop.pickup().grams();
            millilitresBack[node] = stop.pickup().millilitres();
            penalty[node] = stop.penalty().orElse(Long.MAX_VALUE);
        }
    }

    private int fillTypes() {
        Set<Integer> chosen = new HashSet<>();
        problem.stops().forEach(stop -> stop.onlyVehicle().ifPresent(chosen::add));
        Map<Vehicle, Integer> known = new HashMap<>();
        int count = 0;
        int start = stops + 1;
        for (int v = 0; v < vehicles; v++) {
            Vehicle vehicle = problem.vehicles().get(v);
            startNode[v] = vehicle.startsAt().isPresent() ? start++ : 0;
            Integer same = vehicle.begun().isEmpty() && !chosen.contains(v) ? known.putIfAbsent(vehicle, count) : null;
            typeOf[v] = same == null ? count++ : same;
        }
        return count;
    }

    private void fillTables() {
        int[] location = locations();
        Map<List<Integer>, Integer> known = new HashMap<>();
        for (int v = vehicles - 1; v >= 0; v--) {
            Vehicle vehicle = problem.vehicles().get(v);
            int type = typeOf[v];
            if (costFrom[type] != null) {
                continue;
            }
            for (int i = 0; i < stops; i++) {
                Stop stop = problem.stops().get(i);
                allowed[type][i + 1] = (stop.skills() & ~vehicle.skills()) == 0
                        && (stop.onlyVehicle().isEmpty() || stop.onlyVehicle().getAsInt() == v);
            }
            List<Integer> key = List.of(vehicle.travel(), vehicle.costPermille());
            Integer same = known.putIfAbsent(key, type);
            if (same != null) {
                costFrom[type] = costFrom[same];
                costTo[type] = costTo[same];
                timeFrom[type] = timeFrom[same];
                timeTo[type] = timeTo[same];
            } else {
                tables(type, vehicle, location);
            }
        }
    }

    private int[] locations() {
        int[] location = new int[nodes];
        location[0] = problem.depot().location();
        for (int i = 0; i < stops; i++) {
            location[i + 1] = problem.stops().get(i).location();
        }
        int start = stops + 1;
        for (Vehicle vehicle : problem.vehicles()) {
            if (vehicle.startsAt().isPresent()) {
                location[start++] = vehicle.startsAt().getAsInt();
            }
        }
        return location;
    }

    private void tables(int type, Vehicle vehicle, int[] location) {
        Travel travel = problem.travels().get(vehicle.travel());
        Weights weights = problem.weights();
        int[][] cost = new int[nodes][nodes];
        int[][] time = new int[nodes][nodes];
        for (int a = 0; a < nodes; a++) {
            for (int b = 0; b < nodes; b++) {
                int seconds = travel.seconds(location[a], location[b]);
                time[a][b] = seconds;
                cost[a][b] = legCost(weights, vehicle, travel.metres(location[a], location[b]), seconds);
            }
        }
        costFrom[type] = cost;
        boolean same = Arrays.deepEquals(cost, time);
        timeFrom[type] = same ? cost : time;
        costTo[type] = transposed(cost);
        timeTo[type] = same ? costTo[type] : transposed(time);
    }

    /** Cost of one leg, rounded to the nearest whole number when the vehicle has a factor. */
    static int legCost(Weights weights, Vehicle vehicle, int metres, int seconds) {
        long plain = (long) weights.perMetre() * metres + (long) weights.perSecond() * seconds;
        long cost = (Math.multiplyExact(plain, vehicle.costPermille()) + 500) / 1000;
        return (int) Limits.within("the cost of a leg", cost, 0, 1_000_000_000);
    }

    private static int[][] transposed(int[][] table) {
        int[][] turned = new int[table.length][table.length];
        boolean same = true;
        for (int a = 0; a < table.length; a++) {
            for (int b = 0; b < table.length; b++) {
                turned[b][a] = table[a][b];
                same &= table[a][b] == table[b][a];
            }
        }
        return same ? table : turned;
    }

    /** Metres weighed by climb, by nodes, of a vehicle's table. */
    int[][] effortTable(int type) {
        int[] location = locations();
        for (int v = 0; v < vehicles; v++) {
            if (typeOf[v] == type) {
                Travel travel = problem.travel(v);
                int[][] table = new int[nodes][nodes];
                for (int a = 0; a < nodes; a++) {
                    for (int b = 0; b < nodes; b++) {
                        table[a][b] = travel.effortMetres(location[a], location[b]);
                    }
                }
                return table;
            }
        }
        throw new IllegalStateException("no vehicle is of type " + type);
    }

    private boolean isPlain() {
        Vehicle first = problem.vehicles().getFirst();
        return types == 1
                && first.tripsMost() == 1
                && first.rest().isEmpty()
                && first.begun().isEmpty()
                && !lateness
                && !effort
                && problem.stops().stream()
                        .allMatch(stop -> stop.releasedAt() == 0
                                && stop.delivery().millilitres() == 0
                                && stop.pickup().equals(Load.NONE)
                                && (stop.skills() & ~first.skills()) == 0);
    }

    /** All stops in a list of nodes by their distance from each, itself first, the nearest {@code most}. */
    int[][] neighbours(int most) {
        int[][] near = new int[nodes][];
        int[][] there = costFrom[0];
        int[][] back = costTo[0];
        for (int a = 1; a <= stops; a++) {
            List<Integer> order = new ArrayList<>();
            for (int b = 1; b <= stops; b++) {
                order.add(b);
            }
            int[] go = there[a];
            int[] come = back[a];
            int self = a;
            order.sort((x, y) -> x == self || y == self
                    ? Boolean.compare(y == self, x == self)
                    : Long.compare((long) go[x] + come[x], (long) go[y] + come[y]));
            near[a] = order.stream().limit(most).mapToInt(Integer::intValue).toArray();
        }
        return near;
    }

    /** Fewer vehicles cannot carry everything, each leaving as often as it may. */
    int leastVehicles() {
        long all = 0;
        for (int c = 1; c <= stops; c++) {
            all += penalty[c] == Long.MAX_VALUE ? grams[c] : 0;
        }
        long most = 1;
        for (Vehicle vehicle : problem.vehicles()) {
            most = Math.max(most, (long) vehicle.capacity().grams() * vehicle.tripsMost());
        }
        return (int) Math.max(1, (all + most - 1) / most);
    }
}

package be.quartier.routing;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Days of several trips with everything a problem may hold. What is known of a place ({@link Known}) is concatenated from what is
 * known of its neighbours (T. Vidal et al., A hybrid genetic algorithm for multidepot and periodic vehicle routing problems,
 * Operations Research 60(3), 2012); because a release moves the start of a whole trip, each place also knows the time it is left
 * as a function of when its trip is loaded.
 */
final class TripDays extends Days {

    private static final double MERGE = 0.7;

    /** By vehicle: {@link Known#SIZE} numbers for each place. */
    final int[][] known;

    private final int[][] knownBefore;

    /** By vehicle: after which place the break is; the last place when the day is over before it, -1 when there is none. */
    final int[] restAt;

    private final int[] restBefore;

    /** By vehicle: the last place that is decided, and whether its trip is closed to others. */
    final int[] decided;

    final boolean[] closed;
    private final boolean[] fixed;

    final Shifts shifts;
    private final Known engine;
    private final Places places;

    TripDays(Model m, SplittableRandom random) {
        super(m, random);
        int v = m.vehicles;
        known = new int[v][16 * Known.SIZE];
        knownBefore = new int[v][16 * Known.SIZE];
        restAt = new int[v];
        restBefore = new int[v];
        decided = new int[v];
        closed = new boolean[v];
        fixed = new boolean[m.nodes];
        shifts = new Shifts(m);
        engine = new Known(this);
        places = new Places(this);
        Arrays.fill(restAt, -1);
        for (int r = 0; r < v; r++) {
            begun(r);
        }
    }

    private void begun(int r) {
        Vehicle vehicle = m.problem.vehicles().get(r);
        List<Integer> begun = vehicle.begun();
        boolean back = !begun.isEmpty() && begun.getLast() == Vehicle.DEPOT;
        closed[r] = back || (vehicle.startsAt().isPresent() && !begun.contains(Vehicle.DEPOT));
        for (int stop : begun) {
            insert(r, len[r] - 1, stop + 1);
            fixed[stop + 1] = true;
        }
        if (back) {
            System.arraycopy(node[r], len[r] - 1, node[r], len[r] - 2, 1);
            len[r]--;
        }
        decided[r] = len[r] - 2;
        boolean mayServe = begun.stream().allMatch(stop -> stop == Vehicle.DEPOT || m.allowed[m.typeOf[r]][stop + 1]);
        boolean mayReload =
                begun.stream().filter(stop -> stop == Vehicle.DEPOT).count() < vehicle.tripsMost() + (back ? 1 : 0);
        if (!mayServe || !mayReload || !rebuild(r, -1)) {
            throw new IllegalArgumentException("what is decided for vehicle " + r + " breaks a rule: " + begun);
        }
    }

    @Override
    int firstOpen(int r) {
        return decided[r];
    }

    @Override
    boolean movable(int c) {
        return !fixed[c];
    }

    @Override
    int trips() {
        int all = used;
        for (int r = 0; r < len.length; r++) {
            for (int k = 1; k < len[r] - 1; k++) {
                all += node[r][k] == 0 ? 1 : 0;
            }
        }
        return all;
    }

    @Override
    boolean place(int c, long most) {
        return places.place(c, most);
    }

    @Override
    boolean rebuild(int r, int changed) {
        grow(r, len[r]);
        return engine.rebuild(r);
    }

    /** Empty trips go. */
    @Override
    void tidy(int r) {
        int[] nodes = node[r];
        int last = len[r] - 1;
        int kept = decided[r] + 1;
        for (int k = kept; k <= last; k++) {
            boolean emptyTrip = nodes[k] == 0 && nodes[kept - 1] == 0;
            if (!emptyTrip || (k == last && kept == 1)) {
                nodes[kept++] = nodes[k];
            }
        }
        len[r] = kept;
    }

    /** Trips that fit into one are mostly joined: the room for a return comes back when a trip is divided again. */
    @Override
    void merge(int r) {
        for (int k = len[r] - 2; k > Math.max(1, decided[r] + (closed[r] ? 1 : 0)); k--) {
            if (node[r][k] == 0 && random.nextDouble() < MERGE && engine.joins(r, k)) {
                System.arraycopy(node[r], k + 1, node[r], k, len[r] - k - 1);
                len[r]--;
                if (!rebuild(r, -1)) {
                    throw new IllegalStateException("two trips of vehicle " + r + " were joined that do not fit");
                }
            }
        }
    }

    @Override
    void grow(int r, int size) {
        if (known[r].length < size * Known.SIZE) {
            known[r] = Arrays.copyOf(known[r], Math.max(size, node[r].length) * Known.SIZE);
        }
    }

    @Override
    void copyBefore(int r) {
        if (knownBefore[r].length < known[r].length) {
            knownBefore[r] = new int[known[r].length];
        }
        System.arraycopy(known[r], 0, knownBefore[r], 0, len[r] * Known.SIZE);
        restBefore[r] = restAt[r];
    }

    @Override
    void swapBefore(int r) {
        int[] row = known[r];
        known[r] = knownBefore[r];
        knownBefore[r] = row;
        restAt[r] = restBefore[r];
    }
}

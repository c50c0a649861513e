package be.quartier.routing;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Days of one trip each by equal vehicles, one load, hard windows: the classic problem, with nothing else in its inner loop. */
final class PlainDays extends Days {

    private final int capacity;
    private final long usedCost;
    private final int[][] costFrom;
    private final int[][] costTo;
    private final int[][] timeFrom;
    private final int[][] timeTo;
    private final int firstDeparture;
    private final int lastReturn;

    /** By vehicle and place: earliest end of the service, latest arrival, cost of the leg that follows. */
    private final int[][] leaves;

    private final int[][] latest;
    private final int[][] leg;
    private final int[] load;
    private int foundAt;

    private final int[][] leavesBefore;
    private final int[][] latestBefore;
    private final int[][] legBefore;
    private final int[] loadBefore;

    PlainDays(Model m, SplittableRandom random) {
        super(m, random);
        Vehicle vehicle = m.problem.vehicles().getFirst();
        Depot depot = m.problem.depot();
        capacity = vehicle.capacity().grams();
        usedCost = vehicle.usedCost();
        costFrom = m.costFrom[0];
        costTo = m.costTo[0];
        timeFrom = m.timeFrom[0];
        timeTo = m.timeTo[0];
        int open = Math.max(vehicle.shift().from(), depot.open().from());
        firstDeparture = open + depot.loadingSeconds();
        lastReturn = Math.min(vehicle.shift().until(), depot.open().until());
        int v = m.vehicles;
        leaves = new int[v][16];
        latest = new int[v][16];
        leg = new int[v][16];
        load = new int[v];
        leavesBefore = new int[v][16];
        latestBefore = new int[v][16];
        legBefore = new int[v][16];
        loadBefore = new int[v];
        for (int r = 0; r < v; r++) {
            rebuild(r, -1);
        }
    }

    @Override
    boolean place(int c, long most) {
        long best = most;
        int bestDay = -1;
        int bestAt = 0;
        int empty = -1;
        int room = capacity - m.grams[c];
        for (int r = 0; r < node.length; r++) {
            if (len[r] == 2) {
                empty = empty < 0 ? r : empty;
            } else if (load[r] <= room) {
                long found = scan(r, c, best);
                if (found < best) {
                    best = found;
                    bestDay = r;
                    bestAt = foundAt;
                }
            }
        }
        if (empty >= 0 && used < usedMost && fits(c, best)) {
            bestDay = empty;
            bestAt = 1;
        }
        if (bestDay < 0) {
            return false;
        }
        touch(bestDay);
        insert(bestDay, bestAt, c);
        rebuild(bestDay, bestAt);
        return true;
    }

    /** The cost of the cheapest place in a day, if it is below {@code most}; {@link #foundAt} is that place then. */
    private long scan(int r, int c, long most) {
        int[] to = costTo[c];
        int[] from = costFrom[c];
        int[] timeThere = timeTo[c];
        int[] timeOn = timeFrom[c];
        int late = m.late[c];
        int early = m.early[c];
        int service = m.service[c];
        int[] nodes = node[r];
        int[] ends = leaves[r];
        int[] legs = leg[r];
        int[] limits = latest[r];
        int last = len[r] - 1;
        int none = (int) Math.min(most, Integer.MAX_VALUE);
        int best = none;
        int before = 0;
        for (int i = 0; i < last && ends[i] <= late; i++) {
            int after = nodes[i + 1];
            int more = to[before] + from[after] - legs[i];
            if (more < best) {
                int arrival = ends[i] + timeThere[before];
                if (arrival <= late
                        && Math.max(arrival, early) + service + timeOn[after] <= limits[i + 1]
                        && !blinks()) {
                    best = more;
                    foundAt = i + 1;
                }
            }
            before = after;
        }
        return best < none ? best : most;
    }

    /** Whether the node alone in a day is possible and cheaper than the best place so far. */
    private boolean fits(int c, long best) {
        long alone = usedCost + costFrom[0][c] + costTo[0][c];
        int arrival = firstDeparture + timeFrom[0][c];
        return alone < best
                && m.grams[c] <= capacity
                && arrival <= m.late[c]
                && Math.max(arrival, m.early[c]) + m.service[c] + timeTo[0][c] <= lastReturn;
    }

    @Override
    boolean rebuild(int r, int changed) {
        int[] nodes = node[r];
        int last = len[r] - 1;
        int[] ends = leaves[r];
        int[] limits = latest[r];
        int[] legs = leg[r];
        if (changed > 0) {
            int c = nodes[changed];
            System.arraycopy(ends, changed, ends, changed + 1, last - changed);
            System.arraycopy(limits, changed, limits, changed + 1, last - changed);
            System.arraycopy(legs, changed, legs, changed + 1, last - changed);
            long more =
                    last == 2 ? usedCost + costFrom[0][c] : costFrom[nodes[changed - 1]][c] - (long) legs[changed - 1];
            legs[changed - 1] = costFrom[nodes[changed - 1]][c];
            legs[changed] = costFrom[c][nodes[changed + 1]];
            cost[r] += more + legs[changed];
            load[r] += m.grams[c];
            forward(nodes, ends, changed, last, changed);
            backward(nodes, limits, changed, changed);
            return true;
        }
        ends[0] = firstDeparture;
        limits[last] = lastReturn;
        long sum = last > 1 ? usedCost : 0;
        int weight = 0;
        for (int i = 0; i < last; i++) {
            weight += m.grams[nodes[i]];
            legs[i] = last > 1 ? costFrom[nodes[i]][nodes[i + 1]] : 0;
            sum += legs[i];
        }
        cost[r] = sum;
        load[r] = weight;
        forward(nodes, ends, 1, last, last);
        backward(nodes, limits, last - 1, 0);
        return drivable(r);
    }

    /** Earliest ends from a place on; after {@code sure} it stops where nothing changes any more. */
    private void forward(int[] nodes, int[] ends, int first, int last, int sure) {
        for (int i = first; i <= last; i++) {
            int c = nodes[i];
            int end = Math.max(ends[i - 1] + timeFrom[nodes[i - 1]][c], m.early[c]) + m.service[c];
            if (i > sure && ends[i] == end) {
                return;
            }
            ends[i] = end;
        }
    }

    /** Latest arrivals from a place back to the start; before {@code sure} it stops where nothing changes any more. */
    private void backward(int[] nodes, int[] limits, int first, int sure) {
        for (int i = first; i >= 0; i--) {
            int c = nodes[i];
            int limit = Math.min(m.late[c], limits[i + 1] - timeFrom[c][nodes[i + 1]] - m.service[c]);
            if (i < sure && limits[i] == limit) {
                return;
            }
            limits[i] = limit;
        }
    }

    private boolean drivable(int r) {
        for (int i = 1; i < len[r]; i++) {
            if (leaves[r][i] - m.service[node[r][i]] > latest[r][i]) {
                return false;
            }
        }
        return load[r] <= capacity;
    }

    @Override
    void grow(int r, int size) {
        if (leaves[r].length < size) {
            leaves[r] = Arrays.copyOf(leaves[r], size);
            latest[r] = Arrays.copyOf(latest[r], size);
            leg[r] = Arrays.copyOf(leg[r], size);
        }
    }

    @Override
    void copyBefore(int r) {
        int count = len[r];
        if (leavesBefore[r].length < leaves[r].length) {
            leavesBefore[r] = new int[leaves[r].length];
            latestBefore[r] = new int[leaves[r].length];
            legBefore[r] = new int[leaves[r].length];
        }
        System.arraycopy(leaves[r], 0, leavesBefore[r], 0, count);
        System.arraycopy(latest[r], 0, latestBefore[r], 0, count);
        System.arraycopy(leg[r], 0, legBefore[r], 0, count);
        loadBefore[r] = load[r];
    }

    @Override
    void swapBefore(int r) {
        int[] row = leaves[r];
        leaves[r] = leavesBefore[r];
        leavesBefore[r] = row;
        row = latest[r];
        latest[r] = latestBefore[r];
        latestBefore[r] = row;
        row = leg[r];
        leg[r] = legBefore[r];
        legBefore[r] = row;
        load[r] = loadBefore[r];
    }
}

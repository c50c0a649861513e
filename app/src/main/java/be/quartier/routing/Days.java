package be.quartier.routing;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The plan being changed: each vehicle's day as a row of nodes from its start to the depot, with what has to be known of each
 * place to judge a change in constant time. Changes since {@link #begin()} can be taken back.
 */
abstract class Days {

    /** One place in a hundred is passed over at random ("blink"), as the paper has it. */
    private static final double BLINK = 0.01;

    final Model m;
    final SplittableRandom random;

    /** By vehicle: start, nodes (0 between trips), 0 at the end. */
    final int[][] node;

    final int[] len;
    final long[] cost;
    /** By node: the vehicle that serves it, or -1. */
    final int[] dayOf;

    /** How many vehicles have a stop, and how many may. */
    int used;

    int usedMost;
    private int untilBlink;

    private final int[][] nodeBefore;
    private final int[] lenBefore;
    private final long[] costBefore;
    private final boolean[] touched;
    private final int[] touchedList;
    private int touchedCount;

    Days(Model m, SplittableRandom random) {
        this.m = m;
        this.random = random;
        int v = m.vehicles;
        node = new int[v][16];
        len = new int[v];
        cost = new long[v];
        dayOf = new int[m.nodes];
        Arrays.fill(dayOf, -1);
        nodeBefore = new int[v][16];
        lenBefore = new int[v];
        costBefore = new long[v];
        touched = new boolean[v];
        touchedList = new int[v];
        usedMost = v;
        untilBlink = nextBlink();
        for (int r = 0; r < v; r++) {
            node[r][0] = m.startNode[r];
            len[r] = 2;
        }
    }

    /** Recomputes what is known of a day; {@code changed} is the place of a node put in, or -1 when nodes were taken out. */
    abstract boolean rebuild(int r, int changed);

    /** Puts a node at its cheapest place with a cost below {@code most}; false when there is none. */
    abstract boolean place(int c, long most);

    /** Makes room for what is known of {@code size} places. */
    abstract void grow(int r, int size);

    /** Exchanges what is known of a day with what was known before. */
    abstract void swapBefore(int r);

    /** Copies what is known of a day to be exchanged later. */
    abstract void copyBefore(int r);

    /** How many trips there are. */
    int trips() {
        return used;
    }

    /** The first place of a day after which something may be put. */
    int firstOpen(int r) {
        return 0;
    }

    /** Whether a day may still be changed at the string around a stop: it is not decided already. */
    boolean movable(int c) {
        return true;
    }

    /** Returns of a day that may go when stops were taken out of it; nothing to do where days are single trips. */
    void tidy(int r) {}

    /** Joins trips of a drivable day that fit into one. */
    void merge(int r) {}

    final boolean blinks() {
        if (--untilBlink > 0) {
            return false;
        }
        untilBlink = nextBlink();
        return true;
    }

    private int nextBlink() {
        return 1 + (int) (Math.log(1 - random.nextDouble()) / Math.log(1 - BLINK));
    }

    /** From here on changes can be taken back. */
    final void begin() {
        for (int i = 0; i < touchedCount; i++) {
            touched[touchedList[i]] = false;
        }
        touchedCount = 0;
    }

    final void touch(int r) {
        if (touched[r]) {
            return;
        }
        touched[r] = true;
        touchedList[touchedCount++] = r;
        if (nodeBefore[r].length < node[r].length) {
            nodeBefore[r] = new int[node[r].length];
        }
        System.arraycopy(node[r], 0, nodeBefore[r], 0, len[r]);
        lenBefore[r] = len[r];
        costBefore[r] = cost[r];
        copyBefore(r);
    }

    /** Cost of the days changed since the beginning, minus what they cost then. */
    final long difference() {
        long difference = 0;
        for (int i = 0; i < touchedCount; i++) {
            int r = touchedList[i];
            difference += cost[r] - costBefore[r];
        }
        return difference;
    }

    /** Takes every change back, but for {@link #dayOf} of nodes that are in no day then: their owner knows them. */
    final void takeBack() {
        for (int i = 0; i < touchedCount; i++) {
            int r = touchedList[i];
            for (int k = len[r] - 2; k > 0; k--) {
                dayOf[node[r][k]] = -1;
            }
            used -= len[r] > 2 ? 1 : 0;
        }
        for (int i = 0; i < touchedCount; i++) {
            int r = touchedList[i];
            int[] nodes = node[r];
            node[r] = nodeBefore[r];
            nodeBefore[r] = nodes;
            len[r] = lenBefore[r];
            cost[r] = costBefore[r];
            swapBefore(r);
            for (int k = len[r] - 2; k > 0; k--) {
                dayOf[node[r][k]] = r;
            }
            used += len[r] > 2 ? 1 : 0;
        }
        begin();
    }

    /** Puts a node between two places; what is known of the day is not yet rebuilt. */
    final void insert(int r, int at, int c) {
        if (len[r] == 2 && c != 0) {
            used++;
        }
        if (node[r].length == len[r]) {
            node[r] = Arrays.copyOf(node[r], len[r] * 2);
        }
        System.arraycopy(node[r], at, node[r], at + 1, len[r] - at);
        node[r][at] = c;
        len[r]++;
        grow(r, node[r].length);
        if (c != 0) {
            dayOf[c] = r;
        }
    }

    /** Removes the nodes of a day that belong to no day any more; false when what is left cannot be driven. */
    final boolean compact(int r) {
        int kept = 1;
        for (int k = 1; k < len[r]; k++) {
            int c = node[r][k];
            if (c == 0 || dayOf[c] == r) {
                node[r][kept++] = c;
            }
        }
        boolean worked = len[r] > 2;
        len[r] = kept;
        tidy(r);
        used -= worked && len[r] == 2 ? 1 : 0;
        boolean drivable = rebuild(r, -1);
        if (drivable) {
            merge(r);
        }
        return drivable;
    }

    /** The stops of each vehicle in order, {@link Vehicle#DEPOT} between trips. */
    final int[][] sequences() {
        int[][] all = new int[m.vehicles][];
        for (int r = 0; r < m.vehicles; r++) {
            all[r] = new int[len[r] - 2];
            for (int k = 1; k < len[r] - 1; k++) {
                all[r][k - 1] = node[r][k] - 1;
            }
        }
        return all;
    }
}

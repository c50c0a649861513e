package be.quartier.routing;

import java.util.SplittableRandom;

/**
 * Takes strings of stops out of trips that lie near each other: the "adjacent string removal" of Christiaens and Vanden Berghe
 * (2020, section 5.2), half of the time with some stops kept in the middle of the string ("split string").
 */
final class Ruin {

    /** How many stops go on average, and how long a string is at most. */
    private static final double REMOVED = 10;

    private static final double STRING_MOST = 10;
    private static final double SPLIT = 0.5;
    private static final double DEEPER = 0.01;

    /** Most neighbours of a stop that are looked at. */
    private static final int NEIGHBOURS = 500;

    private final Model m;
    private final Days days;
    private final SplittableRandom random;
    private final int[][] near;
    private final int[] round;
    private int rounds;
    private final int[] ruined;
    private final boolean[] inRuined;
    private int ruinedCount;

    Ruin(Model m, Days days, SplittableRandom random) {
        this.m = m;
        this.days = days;
        this.random = random;
        near = m.neighbours(NEIGHBOURS);
        round = new int[m.nodes];
        ruined = new int[m.vehicles];
        inRuined = new boolean[m.vehicles];
    }

    /** The stops near one, itself first. */
    int[] near(int c) {
        return near[c];
    }

    /**
     * Takes stops out and appends them to {@code absent}, of which {@code count} are there; how many there are then, or -1 when what
     * is left cannot be driven.
     */
    int take(int[] absent, int count) {
        rounds++;
        ruinedCount = 0;
        int trips = Math.max(1, days.trips());
        double perTrip = (double) (m.stops - count) / trips;
        double stringMost = Math.max(1, Math.min(STRING_MOST, perTrip));
        double stringsMost = 4 * REMOVED / (1 + stringMost) - 1;
        int strings = (int) (random.nextDouble() * stringsMost + 1);
        int all = count;
        int seed = 1 + random.nextInt(m.stops);
        for (int c : near[seed]) {
            if (days.dayOf[c] >= 0 && round[c] != rounds && days.movable(c)) {
                all = takeString(c, stringMost, absent, all);
                if (--strings == 0) {
                    break;
                }
            }
        }
        boolean drivable = true;
        for (int i = 0; i < ruinedCount; i++) {
            inRuined[ruined[i]] = false;
            drivable &= days.compact(ruined[i]);
        }
        return drivable ? all : -1;
    }

    private int takeString(int c, double stringMost, int[] absent, int count) {
        int r = days.dayOf[c];
        days.touch(r);
        if (!inRuined[r]) {
            inRuined[r] = true;
            ruined[ruinedCount++] = r;
        }
        int[] nodes = days.node[r];
        int at = 1;
        while (nodes[at] != c) {
            at++;
        }
        int open = days.firstOpen(r);
        int first = at;
        while (first - 1 > open && nodes[first - 1] != 0) {
            round[nodes[--first]] = rounds;
        }
        int last = at;
        round[c] = rounds;
        while (nodes[last + 1] != 0) {
            round[nodes[++last]] = rounds;
        }
        int size = last - first + 1;
        int length = (int) (random.nextDouble() * Math.min(size, stringMost) + 1);
        int kept = 0;
        if (length > 1 && length < size && random.nextDouble() < SPLIT) {
            kept = 1;
            while (length + kept < size && random.nextDouble() < DEEPER) {
                kept++;
            }
        }
        int span = length + kept;
        int least = Math.max(first, at - span + 1);
        int most = Math.min(at, last - span + 1);
        int from = least + random.nextInt(most - least + 1);
        int keepFrom = kept == 0 ? Integer.MAX_VALUE : from + 1 + random.nextInt(length - 1);
        int all = count;
        for (int k = from; k < from + span; k++) {
            if (k < keepFrom || k >= keepFrom + kept) {
                days.dayOf[nodes[k]] = -1;
                absent[all++] = nodes[k];
            }
        }
        return all;
    }
}

package be.quartier.routing;

import java.util.Arrays;

/** Puts days into the search that were planned before: as they are, or as much of them as can still be driven. */
final class Sequences {

    private Sequences() {}

    /** Loads the stops of each vehicle, {@link Vehicle#DEPOT} between trips; whoever finds no place is in no day then. */
    static void load(Days days, int[][] sequences) {
        for (int r = 0; r < days.len.length; r++) {
            clear(days, r);
        }
        for (int r = 0; r < Math.min(sequences.length, days.len.length); r++) {
            whole(days, r, sequences[r]);
        }
        days.begin();
    }

    /** Takes out everything after what is decided. */
    private static void clear(Days days, int r) {
        for (int k = days.firstOpen(r) + 1; k < days.len[r] - 1; k++) {
            days.dayOf[days.node[r][k]] = -1;
        }
        days.compact(r);
    }

    private static void whole(Days days, int r, int[] stops) {
        int[] nodes = Arrays.stream(stops)
                .map(stop -> stop + 1)
                .filter(c -> c == 0 || free(days, r, c))
                .toArray();
        for (int c : nodes) {
            append(days, r, c);
        }
        days.tidy(r);
        if (fits(days, r)) {
            return;
        }
        clear(days, r);
        for (int c : nodes) {
            append(days, r, c);
            if (c != 0 && !fits(days, r)) {
                days.dayOf[c] = -1;
                days.compact(r);
            }
        }
        days.tidy(r);
        if (!fits(days, r)) {
            clear(days, r);
        }
    }

    private static boolean free(Days days, int r, int c) {
        return c > 0 && c <= days.m.stops && days.dayOf[c] < 0 && days.m.allowed[days.m.typeOf[r]][c];
    }

    private static void append(Days days, int r, int c) {
        int end = days.len[r] - 1;
        boolean again = c == 0 && (end == 0 || days.node[r][end - 1] == 0 || end == 1);
        if (!again) {
            days.insert(r, end, c);
        }
    }

    private static boolean fits(Days days, int r) {
        int trips = 1;
        for (int k = 1; k < days.len[r] - 1; k++) {
            trips += days.node[r][k] == 0 ? 1 : 0;
        }
        return trips <= days.m.problem.vehicles().get(r).tripsMost() && days.rebuild(r, -1);
    }
}

package be.quartier.routing;

import java.util.SplittableRandom;

/**
 * In which order absent stops are put back: by chance, largest first, farthest or nearest first, and for time windows shortest,
 * earliest or latest first (Christiaens and Vanden Berghe 2020, section 5.3).
 */
final class Order {

    private static final int[] SHARES = {4, 4, 2, 1, 2, 2, 2};
    private static final int SHARES_SUM = 17;

    private final SplittableRandom random;
    private final long[][] keys;
    private final long[] drawn;

    Order(Model m, SplittableRandom random) {
        this.random = random;
        keys = new long[SHARES.length][m.nodes];
        drawn = new long[m.nodes];
        Load capacity = m.problem.vehicles().getFirst().capacity();
        double perGram = 1e9 / Math.max(1, capacity.grams());
        double perMillilitre = 1e9 / Math.max(1, capacity.millilitres());
        for (int c = 1; c <= m.stops; c++) {
            int grams = Math.max(m.grams[c], m.gramsBack[c]);
            int room = Math.max(m.millilitres[c], m.millilitresBack[c]);
            long far = (long) m.costFrom[0][0][c] + m.costTo[0][0][c];
            int start = Math.max(m.early[c], m.release[c]);
            keys[1][c] = -(long) Math.max(grams * perGram, room * perMillilitre);
            keys[2][c] = -far;
            keys[3][c] = far;
            keys[4][c] = (long) m.late[c] - start;
            keys[5][c] = start;
            keys[6][c] = -(long) m.late[c];
        }
    }

    /** Sorts the first {@code count} nodes. */
    void sort(int[] absent, int count) {
        int pick = random.nextInt(SHARES_SUM);
        int by = 0;
        while (pick >= SHARES[by]) {
            pick -= SHARES[by++];
        }
        long[] key = by == 0 ? drawn : keys[by];
        if (by == 0) {
            for (int i = 0; i < count; i++) {
                drawn[absent[i]] = random.nextLong();
            }
        }
        for (int i = 1; i < count; i++) {
            int c = absent[i];
            int k = i;
            while (k > 0 && key[absent[k - 1]] > key[c]) {
                absent[k] = absent[k - 1];
                k--;
            }
            absent[k] = c;
        }
    }
}

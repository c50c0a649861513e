package be.quartier.routing;

import java.util.SplittableRandom;

/** The plan the search stands on: days, who is absent and what it costs, and the step from it to another and back. */
final class Current {

    private final Model m;
    private final Days days;
    private final Ruin ruin;
    private final Order order;
    private final SplittableRandom random;

    private int[] absent;
    private int count;
    private int[] absentBefore;
    private int countBefore;
    private long driving;
    private long penalties;
    private long drivingBefore;
    private long penaltiesBefore;
    private int missingBefore;

    /** By node: how often it was absent though it must be served. */
    private final long[] absences;

    /** How many are absent that must be served. */
    int missing;

    Current(Model m, Days days, SplittableRandom random) {
        this.m = m;
        this.days = days;
        this.random = random;
        this.ruin = new Ruin(m, days, random);
        this.order = new Order(m, random);
        absences = new long[m.nodes];
        absent = new int[m.stops];
        absentBefore = new int[m.stops];
    }

    /** Cost of the mean leg to a near neighbour. */
    double meanLeg() {
        double sum = 1;
        int legs = 1;
        for (int c = 1; c <= m.stops; c++) {
            int[] near = ruin.near(c);
            for (int i = 1; i < Math.min(near.length, 10); i++) {
                sum += m.costFrom[0][c][near[i]];
                legs++;
            }
        }
        return sum / legs;
    }

    long cost() {
        return driving + penalties;
    }

    /** Puts in whoever is in no day. */
    void fill() {
        count = 0;
        for (int c = 1; c <= m.stops; c++) {
            if (days.dayOf[c] < 0) {
                absent[count++] = c;
            }
        }
        days.begin();
        order.sort(absent, count);
        putBack(false);
        driving = total();
        days.begin();
    }

    /** Whether as many that must be served are absent as before the step. */
    boolean asMany() {
        return missing == missingBefore;
    }

    /** One ruin and recreate; false when it was taken back already, as it is when {@code whole} and a stop found no place. */
    boolean round(boolean whole) {
        System.arraycopy(absent, 0, absentBefore, 0, count);
        countBefore = count;
        penaltiesBefore = penalties;
        missingBefore = missing;
        drivingBefore = driving;
        days.begin();
        int all = ruin.take(absent, count);
        if (all < 0) {
            back();
            return false;
        }
        count = all;
        order.sort(absent, count);
        putBack(whole);
        if (whole && missing > 0) {
            back();
            return false;
        }
        driving += days.difference();
        return true;
    }

    /** Puts absent nodes back where they fit; what does not stays absent, and ends it when all must be whole. */
    private void putBack(boolean whole) {
        int left = 0;
        missing = 0;
        penalties = 0;
        for (int i = 0; i < count; i++) {
            int c = absent[i];
            if (!days.place(c, m.penalty[c])) {
                absent[left++] = c;
                leaveOut(c);
                if (whole && missing > 0) {
                    return;
                }
            }
        }
        count = left;
    }

    private void leaveOut(int c) {
        if (m.penalty[c] == Long.MAX_VALUE) {
            missing++;
        } else {
            penalties += m.penalty[c];
        }
    }

    void back() {
        days.takeBack();
        int[] list = absent;
        absent = absentBefore;
        absentBefore = list;
        count = countBefore;
        penalties = penaltiesBefore;
        missing = missingBefore;
        driving = drivingBefore;
    }

    /** Empties the vehicle whose stops were absent least; false when none can be. */
    boolean takeVehicle() {
        int least = -1;
        long leastSum = Long.MAX_VALUE;
        for (int r = 0; r < days.len.length; r++) {
            if (days.len[r] > 2 && days.firstOpen(r) == 0) {
                long sum = 0;
                for (int k = 1; k < days.len[r] - 1; k++) {
                    sum += absences[days.node[r][k]];
                }
                if (sum < leastSum) {
                    least = r;
                    leastSum = sum;
                }
            }
        }
        if (least < 0) {
            return false;
        }
        for (int k = 1; k < days.len[least] - 1; k++) {
            int c = days.node[least][k];
            if (c != 0) {
                days.dayOf[c] = -1;
                absent[count++] = c;
            }
        }
        days.compact(least);
        days.usedMost = days.used;
        driving = total();
        penalties = 0;
        missing = 0;
        for (int i = 0; i < count; i++) {
            leaveOut(absent[i]);
        }
        return true;
    }

    private long total() {
        long sum = 0;
        for (long day : days.cost) {
            sum += day;
        }
        return sum;
    }

    boolean cheaper(double temperature) {
        double slack = -temperature * Math.log(1 - random.nextDouble());
        return cost() < drivingBefore + penaltiesBefore + slack;
    }

    boolean fewer() {
        return sum(absent, count) < sum(absentBefore, countBefore);
    }

    boolean evenly() {
        return sum(absent, count) == sum(absentBefore, countBefore);
    }

    private long sum(int[] list, int size) {
        long sum = 0;
        for (int i = 0; i < size; i++) {
            sum += m.penalty[list[i]] == Long.MAX_VALUE ? absences[list[i]] : 0;
        }
        return sum;
    }

    /** Who was absent often is worth more room. */
    void countAbsent() {
        if (missing > 0) {
            for (int i = 0; i < count; i++) {
                absences[absent[i]]++;
            }
        }
    }
}

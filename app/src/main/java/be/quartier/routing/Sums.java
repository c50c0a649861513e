package be.quartier.routing;

import static be.quartier.routing.Known.EFFORT_A;
import static be.quartier.routing.Known.EFFORT_Z;
import static be.quartier.routing.Known.GRAMS_A;
import static be.quartier.routing.Known.GRAMS_Z;
import static be.quartier.routing.Known.LEAVES;
import static be.quartier.routing.Known.LEG;
import static be.quartier.routing.Known.LITRES_A;
import static be.quartier.routing.Known.LITRES_Z;
import static be.quartier.routing.Known.RELEASE_A;
import static be.quartier.routing.Known.RELEASE_Z;
import static be.quartier.routing.Known.SIZE;
import static be.quartier.routing.Known.TRIP;

/** What of a day is a sum: loads and releases of each trip to and from each place, effort, cost. */
final class Sums {

    private final TripDays days;
    private final Model m;
    private final Shifts shifts;

    Sums(TripDays days) {
        this.days = days;
        this.m = days.m;
        this.shifts = days.shifts;
    }

    /** Sums from each place to the end of its trip and from its beginning; false when a vehicle is too small. */
    boolean loads(int r, int last) {
        int[] k = days.known[r];
        int[] nodes = days.node[r];
        for (int i = last; i >= 0; i--) {
            int c = nodes[i];
            int o = i * SIZE;
            boolean alone = i == last || nodes[i + 1] == 0;
            boolean stop = i > 0 && c != 0;
            int rest = alone ? 0 : k[o + SIZE + RELEASE_Z];
            k[o + RELEASE_Z] = i == 0 && shifts.onTheRoad[r] ? 0 : Math.max(stop ? m.release[c] : 0, rest);
            before(k, o + GRAMS_Z, stop ? m.grams[c] : 0, stop ? m.gramsBack[c] : 0, alone);
            if (!stop && k[o + GRAMS_Z + 2] > shifts.grams[r]) {
                return false;
            }
            if (shifts.litres) {
                before(k, o + LITRES_Z, stop ? m.millilitres[c] : 0, stop ? m.millilitresBack[c] : 0, alone);
                if (!stop && k[o + LITRES_Z + 2] > shifts.millilitres[r]) {
                    return false;
                }
            }
        }
        for (int i = 0; i < last; i++) {
            int c = nodes[i];
            int o = i * SIZE;
            boolean stop = i > 0 && c != 0;
            k[o + RELEASE_A] = stop ? Math.max(m.release[c], k[o - SIZE + RELEASE_A]) : 0;
            after(k, o + GRAMS_A, stop ? m.grams[c] : 0, stop ? m.gramsBack[c] : 0, !stop);
            if (shifts.litres) {
                after(k, o + LITRES_A, stop ? m.millilitres[c] : 0, stop ? m.millilitresBack[c] : 0, !stop);
            }
        }
        return true;
    }

    /** One place put before what follows it. */
    private static void before(int[] k, int o, int brought, int back, boolean alone) {
        int restBrought = alone ? 0 : k[o + SIZE];
        int restBack = alone ? 0 : k[o + SIZE + 1];
        int restPeak = alone ? 0 : k[o + SIZE + 2];
        k[o] = brought + restBrought;
        k[o + 1] = back + restBack;
        k[o + 2] = Math.max(Math.max(brought, back) + restBrought, back + restPeak);
    }

    /** One place put after what comes before it. */
    private static void after(int[] k, int o, int brought, int back, boolean alone) {
        int pastBrought = alone ? 0 : k[o - SIZE];
        int pastBack = alone ? 0 : k[o - SIZE + 1];
        int pastPeak = alone ? 0 : k[o - SIZE + 2];
        k[o] = pastBrought + brought;
        k[o + 1] = pastBack + back;
        k[o + 2] = Math.max(pastPeak + brought, pastBack + Math.max(brought, back));
    }

    void cost(int r, int last) {
        int[] k = days.known[r];
        int[] nodes = days.node[r];
        int type = m.typeOf[r];
        int[][] leg = m.costFrom[type];
        long sum = last > 1 ? shifts.usedCost[r] : 0;
        for (int i = 0; i < last; i++) {
            int cost = last > 1 ? leg[nodes[i]][nodes[i + 1]] : 0;
            k[i * SIZE + LEG] = cost;
            sum += cost;
        }
        if (m.effort) {
            sum += effortCost(effort(k, nodes, shifts.effort[type], last));
        }
        if (m.lateness) {
            for (int i = 1; i < last; i++) {
                int c = nodes[i];
                sum += c == 0 ? 0 : shifts.perSecondLate * Math.max(0, k[i * SIZE + LEAVES] - m.service[c] - m.due[c]);
            }
        }
        days.cost[r] = sum;
    }

    /** Effort in cost: whole kilograms times metres of a day, in kilograms times kilometres. */
    private long effortCost(long gramMetres) {
        return Math.floorDiv(gramMetres, 1000L) * shifts.perKilogramKilometre / 1000;
    }

    private static long effort(int[] k, int[] nodes, int[][] metres, int last) {
        long sum = 0;
        for (int i = last - 1; i >= 0; i--) {
            int o = i * SIZE;
            int way = metres[nodes[i]][nodes[i + 1]];
            boolean ends = nodes[i + 1] == 0;
            k[o + EFFORT_Z] = way + (ends ? 0 : k[o + SIZE + EFFORT_Z]);
            sum += (long) way * (k[o + GRAMS_A + 1] + (ends ? 0 : k[o + SIZE + GRAMS_Z]));
        }
        for (int i = 0; i < last; i++) {
            int o = i * SIZE;
            boolean begins = k[o + TRIP] == i;
            k[o + EFFORT_A] = begins ? 0 : k[o - SIZE + EFFORT_A] + metres[nodes[i - 1]][nodes[i]];
        }
        return sum;
    }
}

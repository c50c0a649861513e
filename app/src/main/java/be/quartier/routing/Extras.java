package be.quartier.routing;

import static be.quartier.routing.Known.AFTER;
import static be.quartier.routing.Known.EFFORT_A;
import static be.quartier.routing.Known.EFFORT_Z;
import static be.quartier.routing.Known.GRAMS_A;
import static be.quartier.routing.Known.GRAMS_Z;
import static be.quartier.routing.Known.LEAVES;
import static be.quartier.routing.Known.NEVER_BEFORE;
import static be.quartier.routing.Known.READY;
import static be.quartier.routing.Known.RELEASE_Z;
import static be.quartier.routing.Known.SIZE;
import static be.quartier.routing.Known.TRIP;

/**
 * What a place costs beyond distance and time: the rider's effort, in constant time, and lateness, followed along the day until the
 * delay is absorbed. An estimate where a break moves; the day's cost is recomputed once the stop is in.
 */
final class Extras {

    /** Whether the problem has such costs at all. */
    final boolean any;

    private final TripDays days;
    private final Model m;
    private final Shifts shifts;

    private int r;
    private int c;
    private int[] known = {};
    private int[] nodes = {};
    private int[][] drive = {};
    private int[][] effort = {};

    Extras(TripDays days) {
        this.days = days;
        this.m = days.m;
        this.shifts = days.shifts;
        any = m.lateness || m.effort;
    }

    /** Names the day and the stop of the questions that follow. */
    void look(int vehicle, int stop) {
        if (any) {
            r = vehicle;
            c = stop;
            known = days.known[r];
            nodes = days.node[r];
            drive = m.timeFrom[m.typeOf[r]];
            effort = m.effort ? shifts.effort[m.typeOf[r]] : effort;
        }
    }

    long inside(int at) {
        long sum = 0;
        if (m.effort) {
            long load = pastBack(at) + restBrought(at);
            int p = nodes[at];
            int n = nodes[at + 1];
            sum += cost((load + m.grams[c]) * effort[p][c]
                    + (load + m.gramsBack[c]) * effort[c][n]
                    - load * effort[p][n]
                    + (long) m.grams[c] * known[at * SIZE + EFFORT_A]
                    + (long) m.gramsBack[c] * restEffort(at));
        }
        if (m.lateness) {
            int start = known[at * SIZE + TRIP];
            int loads = Math.max(known[start * SIZE + READY], Math.max(known[start * SIZE + RELEASE_Z], m.release[c]));
            int leaves = leaves(at, loads);
            sum += shifts.perSecondLate
                    * (prefix(start, at, loads)
                            + own(leaves + drive[nodes[at]][c])
                            + walk(at + 1, served(leaves + drive[nodes[at]][c]) + drive[c][nodes[at + 1]]));
        }
        return sum;
    }

    long ownTrip(int at) {
        long sum = m.effort ? cost((long) m.grams[c] * effort[0][c] + (long) m.gramsBack[c] * effort[c][0]) : 0;
        if (m.lateness) {
            int loads = Math.max(known[at * SIZE + READY], m.release[c]);
            int arrival = loads + shifts.loading + drive[0][c];
            int back = served(arrival) + drive[c][0];
            sum += shifts.perSecondLate * (own(arrival) + (at == days.len[r] - 1 ? 0 : walk(at, back)));
        }
        return sum;
    }

    long afterReturn(int at) {
        long sum = 0;
        int p = nodes[at];
        int n = nodes[at + 1];
        if (m.effort) {
            long back = pastBack(at);
            long rest = restBrought(at);
            sum += cost(back * effort[p][0]
                    + (m.grams[c] + rest) * effort[0][c]
                    + (m.gramsBack[c] + rest) * effort[c][n]
                    - (back + rest) * effort[p][n]
                    - rest * known[at * SIZE + EFFORT_A]
                    + (m.gramsBack[c] - back) * restEffort(at));
        }
        if (m.lateness) {
            int back = known[at * SIZE + LEAVES] + drive[p][0];
            int loads = Math.max(back, Math.max(known[(at + 1) * SIZE + RELEASE_Z], m.release[c]));
            int arrival = loads + shifts.loading + drive[0][c];
            sum += shifts.perSecondLate * (own(arrival) + walk(at + 1, served(arrival) + drive[c][n]));
        }
        return sum;
    }

    long beforeReturn(int at) {
        long sum = 0;
        int p = nodes[at];
        int n = nodes[at + 1];
        if (m.effort) {
            long back = pastBack(at);
            long rest = restBrought(at);
            sum += cost((back + m.grams[c]) * effort[p][c]
                    + (back + m.gramsBack[c]) * effort[c][0]
                    + rest * effort[0][n]
                    - (back + rest) * effort[p][n]
                    + (m.grams[c] - rest) * known[at * SIZE + EFFORT_A]
                    - back * restEffort(at));
        }
        if (m.lateness) {
            int arrival = known[at * SIZE + LEAVES] + drive[p][c];
            int loads = Math.max(served(arrival) + drive[c][0], known[(at + 1) * SIZE + RELEASE_Z]);
            sum += shifts.perSecondLate * (own(arrival) + walk(at + 1, loads + shifts.loading + drive[0][n]));
        }
        return sum;
    }

    private long cost(long gramMetres) {
        return (long) (gramMetres * 1e-6 * shifts.perKilogramKilometre);
    }

    private long pastBack(int at) {
        return known[at * SIZE + TRIP] == at ? 0 : known[at * SIZE + GRAMS_A + 1];
    }

    private long restBrought(int at) {
        return nodes[at + 1] == 0 ? 0 : known[(at + 1) * SIZE + GRAMS_Z];
    }

    private long restEffort(int at) {
        return nodes[at + 1] == 0 ? 0 : known[(at + 1) * SIZE + EFFORT_Z];
    }

    private int leaves(int at, int loads) {
        return Math.max(loads + known[at * SIZE + AFTER], known[at * SIZE + NEVER_BEFORE]);
    }

    private int served(int arrival) {
        return Math.max(arrival, m.early[c]) + m.service[c];
    }

    private long own(int arrival) {
        return Math.max(0, Math.max(arrival, m.early[c]) - m.due[c]);
    }

    /** More lateness at the stops of a trip up to a place when it is loaded later. */
    private long prefix(int start, int at, int loads) {
        if (leaves(start, loads) == known[start * SIZE + LEAVES]) {
            return 0;
        }
        long more = 0;
        for (int i = start + 1; i <= at; i++) {
            more += lateness(nodes[i], leaves(i, loads)) - lateness(nodes[i], known[i * SIZE + LEAVES]);
        }
        return more;
    }

    private long lateness(int node, int leaves) {
        return Math.max(0, leaves - m.service[node] - m.due[node]);
    }

    /** More lateness from a place on when it is reached at another time. */
    private long walk(int from, int arrival) {
        long more = 0;
        int last = days.len[r] - 1;
        int time = arrival;
        for (int i = from; i < last; i++) {
            int node = nodes[i];
            int before = known[i * SIZE + LEAVES];
            if (node == 0) {
                time = Math.max(Math.max(time, shifts.open), known[i * SIZE + RELEASE_Z]) + shifts.loading;
            } else {
                time = Math.max(time, m.early[node]) + m.service[node];
                more += lateness(node, time) - lateness(node, before);
            }
            if (time == before) {
                return more;
            }
            int pause = days.restAt[r] == i ? shifts.restSeconds[r] : 0;
            time += pause + drive[node][nodes[i + 1]];
        }
        return more;
    }
}

package be.quartier.routing;

import static be.quartier.routing.Known.LEG;
import static be.quartier.routing.Known.SIZE;

/**
 * Where a stop can go: into a trip, as a trip of its own at any return, or at the end or the beginning of one of two trips that a trip
 * is divided into there. Each is judged in constant time, but for lateness, which is followed until it is absorbed.
 */
final class Places {

    /** How a stop is put after a place. */
    enum Kind {
        INSIDE,
        OWN_TRIP,
        AFTER_RETURN,
        BEFORE_RETURN
    }

    private final TripDays days;
    private final Model m;
    private final Shifts shifts;
    private final Fit fit;
    private final Extras extras;
    private final int[] seen;
    private int asked;

    private long best;
    private int bestDay;
    private int bestAt;
    private int equals;
    private Kind bestKind = Kind.INSIDE;

    /** Of the day being looked at. */
    private int[] known = {};

    private int day;

    Places(TripDays days) {
        this.days = days;
        this.m = days.m;
        this.shifts = days.shifts;
        this.fit = new Fit(days);
        this.extras = new Extras(days);
        this.seen = new int[m.types];
    }

    /** Puts a stop at its cheapest place below a cost; false when there is none. */
    boolean place(int c, long most) {
        best = most;
        bestDay = -1;
        asked++;
        for (int r = 0; r < days.len.length; r++) {
            int type = m.typeOf[r];
            if (!m.allowed[type][c]) {
                continue;
            }
            if (days.len[r] == 2) {
                if (seen[type] == asked || days.used >= days.usedMost) {
                    continue;
                }
                seen[type] = asked;
            }
            day = r;
            known = days.known[r];
            fit.look(r, c);
            extras.look(r, c);
            look(r, type, c);
        }
        if (bestDay < 0) {
            return false;
        }
        days.touch(bestDay);
        put(bestDay, bestAt, c);
        return true;
    }

    private void put(int r, int at, int c) {
        int last = days.len[r] - 1;
        switch (bestKind) {
            case INSIDE -> days.insert(r, at + 1, c);
            case OWN_TRIP -> {
                days.insert(r, at == last ? last : at + 1, at == last ? 0 : c);
                days.insert(r, at == last ? last + 1 : at + 2, at == last ? c : 0);
            }
            case AFTER_RETURN -> {
                days.insert(r, at + 1, 0);
                days.insert(r, at + 2, c);
            }
            case BEFORE_RETURN -> {
                days.insert(r, at + 1, c);
                days.insert(r, at + 2, 0);
            }
        }
        if (!days.rebuild(r, at)) {
            throw new IllegalStateException("stop " + (c - 1) + " was put on vehicle " + r + " where it cannot be");
        }
    }

    private void look(int r, int type, int c) {
        int[] nodes = days.node[r];
        int last = days.len[r] - 1;
        int[] to = m.costTo[type][c];
        int[] from = m.costFrom[type][c];
        int[] home = m.costTo[type][0];
        int[] out = m.costFrom[type][0];
        long alone = (long) to[0] + from[0];
        boolean more = shifts.tripsMost[r] > 1 && last > 1 && trips(nodes, last) < shifts.tripsMost[r];
        int first = days.decided[r];
        if (days.closed[r] && first < last) {
            first++;
        }
        long using = last == 1 ? shifts.usedCost[r] : 0;
        for (int i = first; i < last; i++) {
            int p = nodes[i];
            int n = nodes[i + 1];
            int leg = known[i * SIZE + LEG];
            long within = using + to[p] + from[n] - leg;
            if (within <= best) {
                offer(Kind.INSIDE, i, within);
            }
            if (!more) {
                continue;
            }
            if (p == 0) {
                offer(Kind.OWN_TRIP, i, alone);
            } else if (n != 0) {
                long after = (long) home[p] + to[0] + from[n] - leg;
                long before = (long) to[p] + from[0] + out[n] - leg;
                if (after <= best) {
                    offer(Kind.AFTER_RETURN, i, after);
                }
                if (before <= best) {
                    offer(Kind.BEFORE_RETURN, i, before);
                }
            }
        }
        if (more) {
            offer(Kind.OWN_TRIP, last, alone);
        }
    }

    private static int trips(int[] nodes, int last) {
        int trips = 1;
        for (int i = 1; i < last; i++) {
            trips += nodes[i] == 0 ? 1 : 0;
        }
        return trips;
    }

    private void offer(Kind kind, int at, long cost) {
        if (cost > best || !fit.carries(kind, at)) {
            return;
        }
        boolean possible = switch (kind) {
            case INSIDE -> fit.inside(at);
            case OWN_TRIP -> fit.ownTrip(at);
            case AFTER_RETURN -> fit.afterReturn(at);
            case BEFORE_RETURN -> fit.beforeReturn(at);
        };
        if (!possible) {
            return;
        }
        long whole = cost;
        if (extras.any) {
            whole += switch (kind) {
                case INSIDE -> extras.inside(at);
                case OWN_TRIP -> extras.ownTrip(at);
                case AFTER_RETURN -> extras.afterReturn(at);
                case BEFORE_RETURN -> extras.beforeReturn(at);
            };
        }
        boolean chosen = whole < best || (whole == best && bestDay >= 0 && days.random.nextInt(++equals) == 0);
        if (chosen && !days.blinks()) {
            equals = whole < best ? 1 : equals;
            best = whole;
            bestDay = day;
            bestAt = at;
            bestKind = kind;
        }
    }
}

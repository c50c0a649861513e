package be.quartier.routing;

import static be.quartier.routing.Known.AFTER;
import static be.quartier.routing.Known.FREE;
import static be.quartier.routing.Known.GRAMS_A;
import static be.quartier.routing.Known.GRAMS_Z;
import static be.quartier.routing.Known.LATEST;
import static be.quartier.routing.Known.LEAVES;
import static be.quartier.routing.Known.LITRES_A;
import static be.quartier.routing.Known.LITRES_Z;
import static be.quartier.routing.Known.LOADED_BY;
import static be.quartier.routing.Known.NEVER_BEFORE;
import static be.quartier.routing.Known.READY;
import static be.quartier.routing.Known.RELEASE_A;
import static be.quartier.routing.Known.RELEASE_Z;
import static be.quartier.routing.Known.SIZE;
import static be.quartier.routing.Known.TRIP;

import be.quartier.routing.Places.Kind;

/** Whether a stop fits at a place of a day: in its vehicle, and in the hours of everything after it. */
final class Fit {

    private final TripDays days;
    private final Model m;
    private final Shifts shifts;

    private int[] known = {};
    private int day;
    private int stop;
    private int[][] drive = {};
    private int late;
    private int early;
    private int service;

    Fit(TripDays days) {
        this.days = days;
        this.m = days.m;
        this.shifts = days.shifts;
    }

    /** Names the day and the stop of the questions that follow. */
    void look(int r, int c) {
        day = r;
        stop = c;
        known = days.known[r];
        drive = m.timeFrom[m.typeOf[r]];
        late = m.late[c];
        early = m.early[c];
        service = m.service[c];
    }

    boolean carries(Kind kind, int at) {
        return carries(kind, at, GRAMS_A, GRAMS_Z, m.grams[stop], m.gramsBack[stop], shifts.grams[day])
                && (!shifts.litres
                        || carries(
                                kind,
                                at,
                                LITRES_A,
                                LITRES_Z,
                                m.millilitres[stop],
                                m.millilitresBack[stop],
                                shifts.millilitres[day]));
    }

    private boolean carries(Kind kind, int at, int a, int z, int brought, int back, int capacity) {
        int peak = Math.max(brought, back);
        if (kind == Kind.OWN_TRIP) {
            return peak <= capacity;
        }
        int o = at * SIZE;
        boolean ends = days.node[day][at + 1] == 0;
        int restBrought = ends ? 0 : known[o + SIZE + z];
        int restPeak = ends ? 0 : known[o + SIZE + z + 2];
        boolean begins = known[o + TRIP] == at;
        int pastBack = begins ? 0 : known[o + a + 1];
        int pastPeak = begins ? 0 : known[o + a + 2];
        return switch (kind) {
            case AFTER_RETURN -> Math.max(peak + restBrought, back + restPeak) <= capacity;
            case BEFORE_RETURN -> Math.max(pastPeak + brought, pastBack + peak) <= capacity;
            default ->
                Math.max(
                                Math.max(pastPeak + brought + restBrought, pastBack + peak + restBrought),
                                pastBack + back + restPeak)
                        <= capacity;
        };
    }

    /** When a place is left if its trip has to wait for a release; {@link Integer#MAX_VALUE} when it cannot wait so long. */
    private int leaves(int at, int release) {
        int o = at * SIZE;
        int start = known[o + TRIP] * SIZE;
        if (release == known[start + RELEASE_Z]) {
            return known[o + LEAVES];
        }
        int loads = Math.max(known[start + READY], release);
        return loads > known[o + LOADED_BY]
                ? Integer.MAX_VALUE
                : Math.max(loads + known[o + AFTER], known[o + NEVER_BEFORE]);
    }

    boolean inside(int at) {
        int o = at * SIZE;
        int start = known[o + TRIP] * SIZE;
        int leaves = leaves(at, Math.max(known[start + RELEASE_Z], m.release[stop]));
        return leaves != Integer.MAX_VALUE && reaches(leaves, days.node[day][at], days.node[day][at + 1], at, at + 1);
    }

    /** Whether the stop can be served between two nodes, and the second be reached in time. */
    private boolean reaches(int leaves, int p, int n, int gap, int next) {
        int there = drive[p][stop];
        int on = drive[stop][n];
        int rest = days.restAt[day];
        int latest = known[next * SIZE + LATEST];
        if (rest != gap) {
            int arrival = leaves + there;
            if (arrival > late) {
                return false;
            }
            if (Math.max(arrival, early) + service + on <= latest) {
                return true;
            }
            if (rest != days.len[day] - 1) {
                return false;
            }
        }
        int limit = known[next * SIZE + FREE];
        return resting(leaves, there, on, limit);
    }

    /** The same with the break on the way there or on the way on. */
    private boolean resting(int leaves, int there, int on, int limit) {
        int pause = shifts.restSeconds[day];
        int from = shifts.restFrom[day] + pause;
        int until = shifts.restUntil[day];
        int arrival = Math.max(leaves + there + pause, from);
        if (leaves <= until && arrival <= late && Math.max(arrival, early) + service + on <= limit) {
            return true;
        }
        int served = Math.max(leaves + there, early) + service;
        return leaves + there <= late && served <= until && Math.max(served + on + pause, from) <= limit;
    }

    boolean ownTrip(int at) {
        int o = at * SIZE;
        int leaves = Math.max(known[o + READY], m.release[stop]) + shifts.loading;
        return reaches(leaves, 0, 0, -2, at);
    }

    boolean afterReturn(int at) {
        int o = at * SIZE;
        int release = known[o + SIZE + RELEASE_Z];
        int back = home(leaves(at, known[o + RELEASE_A]), days.node[day][at], at);
        if (back == Integer.MAX_VALUE) {
            return false;
        }
        int arrival = Math.max(back, Math.max(release, m.release[stop])) + shifts.loading + drive[0][stop];
        return arrival <= late
                && Math.max(arrival, early) + service + drive[stop][days.node[day][at + 1]] <= known[o + SIZE + LATEST];
    }

    boolean beforeReturn(int at) {
        int o = at * SIZE;
        int leaves = leaves(at, Math.max(known[o + RELEASE_A], m.release[stop]));
        if (leaves == Integer.MAX_VALUE) {
            return false;
        }
        int arrival = leaves + drive[days.node[day][at]][stop];
        if (arrival > late) {
            return false;
        }
        int back = home(Math.max(arrival, early) + service, stop, at);
        return back != Integer.MAX_VALUE
                && Math.max(back, known[o + SIZE + RELEASE_Z]) + shifts.loading + drive[0][days.node[day][at + 1]]
                        <= known[o + SIZE + LATEST];
    }

    /** When the depot is reached from a node, with the break on the way where it was there already. */
    private int home(int leaves, int p, int gap) {
        if (leaves == Integer.MAX_VALUE) {
            return leaves;
        }
        int back = leaves + drive[p][0];
        if (days.restAt[day] == gap) {
            if (leaves > shifts.restUntil[day]) {
                return Integer.MAX_VALUE;
            }
            back = Math.max(back, shifts.restFrom[day]) + shifts.restSeconds[day];
        }
        return Math.max(back, shifts.open);
    }
}

package be.quartier.routing;

/**
 * What is known of each place of a day, and how it is found: sums backwards over each trip, times forwards, latest times backwards.
 * A "place" is a start, a stop or a return; what is said of a return as the end of a trip is told by the place before it, what is
 * said of it as the beginning of the next one by itself.
 */
final class Known {

    /** Earliest time the place is left; for the end of the day, reached. */
    static final int LEAVES = 0;
    /** Latest arrival after which the rest of the day can be kept. */
    static final int LATEST = 1;
    /** The same with the break taken somewhere before, where the day ends before its break. */
    static final int FREE = 2;
    /** Cost of the leg that follows. */
    static final int LEG = 3;
    /** Where the trip begins. */
    static final int TRIP = 4;
    /** Of a return: when loading may begin, but for releases. */
    static final int READY = 5;
    /** Left at max(loading begins + AFTER, NEVER_BEFORE), possible while loading begins by LOADED_BY. */
    static final int AFTER = 6;

    static final int NEVER_BEFORE = 7;
    static final int LOADED_BY = 8;
    /** Latest release from the trip's beginning to here, and from here to its end. */
    static final int RELEASE_A = 9;

    static final int RELEASE_Z = 10;
    /** Brought, taken back and peak load of the trip to here and from here, in grams and in millilitres. */
    static final int GRAMS_A = 11;

    static final int GRAMS_Z = 14;
    static final int LITRES_A = 17;
    static final int LITRES_Z = 20;
    /** Effort metres from the trip's beginning to here and from here to its end. */
    static final int EFFORT_A = 23;

    static final int EFFORT_Z = 24;
    static final int SIZE = 25;

    private static final int FAR = Limits.TIME * 2;

    private final TripDays days;
    private final Model m;
    private final Shifts shifts;
    private final Sums sums;

    Known(TripDays days) {
        this.days = days;
        this.m = days.m;
        this.shifts = days.shifts;
        this.sums = new Sums(days);
    }

    /** Finds everything anew; false when the day cannot be driven or carried. */
    boolean rebuild(int r) {
        int last = days.len[r] - 1;
        if (!sums.loads(r, last)) {
            return false;
        }
        days.restAt[r] = -1;
        if (!forward(r, last) || !backward(r, last, FREE)) {
            return false;
        }
        if (shifts.rests[r] && last > 1) {
            copyLatest(r, last, FREE, LATEST);
            days.restAt[r] = rest(r, last);
            if (days.restAt[r] < 0 || !forward(r, last) || !backward(r, last, LATEST)) {
                return false;
            }
            if (days.restAt[r] < last) {
                copyLatest(r, last, LATEST, FREE);
            }
        } else {
            copyLatest(r, last, FREE, LATEST);
            if (shifts.rests[r]) {
                // A day without stops ends before its break, as far as its first stop is concerned.
                days.restAt[r] = last;
                int[] k = days.known[r];
                k[last * SIZE + LATEST] = Math.min(shifts.until[r], shifts.restUntil[r]);
            }
        }
        sums.cost(r, last);
        return true;
    }

    private void copyLatest(int r, int last, int from, int to) {
        int[] k = days.known[r];
        for (int o = 0; o <= last * SIZE; o += SIZE) {
            k[o + to] = k[o + from];
        }
    }

    /** Earliest times; false when one is too late. */
    private boolean forward(int r, int last) {
        int[] k = days.known[r];
        int[] nodes = days.node[r];
        int[][] time = m.timeFrom[m.typeOf[r]];
        int rest = days.restAt[r];
        begin(k, 0, r, shifts.from[r]);
        for (int i = 1; i <= last; i++) {
            int c = nodes[i];
            int o = i * SIZE;
            int b = o - SIZE;
            int drive = time[nodes[i - 1]][c];
            int arrival = k[b + LEAVES] + drive;
            int delay = k[b + AFTER] + drive;
            int never = k[b + NEVER_BEFORE] + drive;
            int by = k[b + LOADED_BY];
            if (rest == i - 1) {
                if (k[b + LEAVES] > shifts.restUntil[r]) {
                    return false;
                }
                int pause = shifts.restSeconds[r];
                by = Math.min(by, shifts.restUntil[r] - k[b + AFTER]);
                arrival = Math.max(arrival, shifts.restFrom[r]) + pause;
                delay += pause;
                never = Math.max(never + pause, shifts.restFrom[r] + pause);
            }
            if (c == 0) {
                if (i == last) {
                    k[o + LEAVES] = arrival;
                    k[o + READY] = Math.max(arrival, shifts.open);
                    k[o + TRIP] = i;
                    return arrival <= shifts.until[r] && (rest != last || arrival <= shifts.restUntil[r]);
                }
                begin(k, i, r, arrival);
                continue;
            }
            if (arrival > m.late[c]) {
                return false;
            }
            k[o + TRIP] = k[b + TRIP];
            k[o + LEAVES] = Math.max(arrival, m.early[c]) + m.service[c];
            k[o + AFTER] = delay + m.service[c];
            k[o + NEVER_BEFORE] = Math.max(never, m.early[c]) + m.service[c];
            k[o + LOADED_BY] = Math.min(by, m.late[c] - delay);
        }
        return true;
    }

    private void begin(int[] k, int i, int r, int arrival) {
        int o = i * SIZE;
        boolean road = i == 0 && shifts.onTheRoad[r];
        int ready = road ? arrival : Math.max(arrival, shifts.open);
        k[o + TRIP] = i;
        k[o + READY] = ready;
        k[o + AFTER] = road ? 0 : shifts.loading;
        k[o + NEVER_BEFORE] = -FAR;
        k[o + LOADED_BY] = FAR;
        k[o + LEAVES] = Math.max(ready, k[o + RELEASE_Z]) + k[o + AFTER];
    }

    /** Latest times; false when the day is later somewhere. */
    private boolean backward(int r, int last, int field) {
        int[] k = days.known[r];
        int[] nodes = days.node[r];
        int[][] time = m.timeFrom[m.typeOf[r]];
        int rest = days.restAt[r];
        k[last * SIZE + field] = rest == last ? Math.min(shifts.until[r], shifts.restUntil[r]) : shifts.until[r];
        for (int i = last - 1; i >= 0; i--) {
            int c = nodes[i];
            int o = i * SIZE;
            int drive = time[c][nodes[i + 1]];
            int leave = k[o + SIZE + field] - drive;
            if (rest == i) {
                leave = Math.min(leave - shifts.restSeconds[r], shifts.restUntil[r]);
            }
            boolean stop = i > 0 && c != 0;
            int spent = stop ? m.service[c] : k[o + AFTER];
            int latest = Math.min(stop ? m.late[c] : Limits.TIME, leave - spent);
            if (k[o + LEAVES] - spent > latest) {
                return false;
            }
            k[o + field] = latest;
        }
        return true;
    }

    /** After which place the break delays the day least; the last place when it is over before, -1 when nowhere. */
    private int rest(int r, int last) {
        int[] k = days.known[r];
        int[] nodes = days.node[r];
        int[][] time = m.timeFrom[m.typeOf[r]];
        if (k[last * SIZE + LEAVES] <= shifts.restUntil[r]) {
            return last;
        }
        int best = -1;
        int bestDelay = Integer.MAX_VALUE;
        int pause = shifts.restSeconds[r];
        for (int i = 0; i < last; i++) {
            int o = i * SIZE;
            int leaves = k[o + LEAVES];
            if (leaves > shifts.restUntil[r]) {
                break;
            }
            int next = nodes[i + 1];
            int plain = leaves + time[nodes[i]][next];
            int arrival = Math.max(plain + pause, shifts.restFrom[r] + pause);
            int ready = next == 0 ? k[o + SIZE + RELEASE_Z] : m.early[next];
            int delay = Math.max(arrival, ready) - Math.max(plain, ready);
            if (arrival <= k[o + SIZE + LATEST] && delay < bestDelay) {
                best = i;
                bestDelay = delay;
            }
        }
        return best;
    }

    /** Whether the trips that meet at a return would fit into one, and cost less. */
    boolean joins(int r, int at) {
        int[] k = days.known[r];
        int[] nodes = days.node[r];
        int p = nodes[at - 1];
        int n = nodes[at + 1];
        int a = (at - 1) * SIZE;
        int z = (at + 1) * SIZE;
        int type = m.typeOf[r];
        int rest = days.restAt[r];
        if (n == 0 || p == 0 || rest == at || rest == at - 1) {
            return false;
        }
        boolean carries = Math.max(k[a + GRAMS_A + 2] + k[z + GRAMS_Z], k[a + GRAMS_A + 1] + k[z + GRAMS_Z + 2])
                        <= shifts.grams[r]
                && (!shifts.litres
                        || Math.max(k[a + LITRES_A + 2] + k[z + LITRES_Z], k[a + LITRES_A + 1] + k[z + LITRES_Z + 2])
                                <= shifts.millilitres[r]);
        if (!carries || m.costFrom[type][p][n] > k[a + LEG] + k[at * SIZE + LEG]) {
            return false;
        }
        int start = k[a + TRIP] * SIZE;
        if (start == 0 && shifts.onTheRoad[r]) {
            return false;
        }
        int leaves = k[a + LEAVES];
        if (k[z + RELEASE_Z] > k[start + RELEASE_Z]) {
            int loads = Math.max(k[start + READY], k[z + RELEASE_Z]);
            if (loads > k[a + LOADED_BY]) {
                return false;
            }
            leaves = Math.max(loads + k[a + AFTER], k[a + NEVER_BEFORE]);
        }
        return leaves + m.timeFrom[type][p][n] <= k[z + LATEST];
    }
}

package be.quartier.routing;

import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Ruin and recreate under simulated annealing, and before it, where fewer vehicles come first, the minimisation of the fleet by
 * counters of absence (Christiaens and Vanden Berghe 2020, sections 5.1 and 5.4).
 */
final class Search {

    /** First and last temperature, in mean legs to near neighbours. */
    private static final double HOT = 2;

    private static final double COLD = 0.01;

    /** Share of the budget that looks for fewer vehicles. */
    private static final double FLEET_SHARE = 0.5;

    private static final int ROUNDS_BETWEEN_LOOKS = 64;

    /** What the search found so far; read from other threads. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared, never changed once made.
    record Found(int[][] sequences, int missing, int used, long cost) {

        boolean betterThan(@Nullable Found other, boolean fleetFirst) {
            if (other == null || missing != other.missing) {
                return other == null || missing < other.missing;
            }
            if (fleetFirst && used != other.used) {
                return used < other.used;
            }
            return cost < other.cost;
        }
    }

    private final Model m;
    private final Days days;
    private final Current current;
    private final boolean fleetFirst;
    private final Meter meter;
    private final double hot;

    private volatile @Nullable Found best;

    Search(Model m, long seed, boolean fleetFirst, Meter meter) {
        this.m = m;
        SplittableRandom random = new SplittableRandom(seed);
        this.days = m.plain ? new PlainDays(m, random) : new TripDays(m, random);
        this.current = new Current(m, days, random);
        this.fleetFirst = fleetFirst;
        this.meter = meter;
        this.hot = HOT * current.meanLeg();
    }

    @Nullable
    Found best() {
        return best;
    }

    Days days() {
        return days;
    }

    /** Puts in what is absent, then searches until the budget is used or {@link Meter#stop()} was called. */
    void run() {
        start();
        if (m.stops == 0) {
            return;
        }
        if (fleetFirst) {
            fleet();
        }
        anneal();
    }

    private void start() {
        current.fill();
        publish();
    }

    private void publish() {
        Found now = new Found(days.sequences(), current.missing, days.used, current.cost());
        if (now.betterThan(best, fleetFirst)) {
            best = now;
        }
    }

    private void anneal() {
        double cooling = Math.log(COLD / HOT);
        double begin = meter.share();
        double span = Math.max(1e-9, 1 - begin);
        double temperature = hot;
        Found known = best;
        long bestCost = known == null ? Long.MAX_VALUE : known.cost();
        int bestMissing = known == null ? Integer.MAX_VALUE : known.missing();
        for (long round = 0; ; round++) {
            if (round % ROUNDS_BETWEEN_LOOKS == 0) {
                double share = meter.look(round == 0 ? 0 : ROUNDS_BETWEEN_LOOKS);
                if (share >= 1) {
                    return;
                }
                temperature = hot * Math.exp(cooling * (share - begin) / span);
            }
            if (!current.round(current.missing == 0)) {
                continue;
            }
            boolean accepted = current.asMany() ? current.cheaper(temperature) : current.fewer();
            current.countAbsent();
            if (!accepted) {
                current.back();
            } else if (current.missing < bestMissing || (current.missing == bestMissing && current.cost() < bestCost)) {
                bestMissing = current.missing;
                bestCost = current.cost();
                publish();
            }
        }
    }

    /** Takes one vehicle away after the other and finds room for what it brought, while time lasts. */
    private void fleet() {
        for (long round = 0; ; round++) {
            if (round % ROUNDS_BETWEEN_LOOKS == 0 && meter.look(round == 0 ? 0 : ROUNDS_BETWEEN_LOOKS) >= FLEET_SHARE) {
                break;
            }
            if (current.missing == 0) {
                publish();
                if (days.used <= m.leastVehicles() || !current.takeVehicle()) {
                    break;
                }
            }
            double share = Math.min(1, meter.share() / FLEET_SHARE);
            double temperature = hot * Math.pow(COLD / HOT, share);
            if (current.round(false)) {
                boolean accepted = current.fewer() || (current.evenly() && current.cheaper(temperature));
                current.countAbsent();
                if (!accepted) {
                    current.back();
                }
            }
        }
        Found known = best;
        if (current.missing > 0 && known != null) {
            Sequences.load(days, known.sequences());
        }
        days.usedMost = known == null ? m.vehicles : Math.max(1, known.used());
        start();
    }
}

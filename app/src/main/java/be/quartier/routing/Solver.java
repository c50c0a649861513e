package be.quartier.routing;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Searches a good plan for a problem by Slack Induction by String Removals: takes strings of neighbouring stops out of some trips,
 * puts each back at its cheapest place, keeps the outcome when it is better or, ever more rarely, a little worse.
 *
 * <p>One solver solves once, in one thread. {@link #best()} and {@link #stop()} may be called from any thread at any time. What it
 * gives out keeps every rule of the problem; a stop that must be served and found no place stands in {@link Plan#leftOut()}.
 */
public final class Solver {

    private final Problem problem;
    private final Goal goal;
    private final Search search;
    private final Meter meter;
    private volatile boolean started;

    /**
     * A solver for one problem.
     *
     * @param seed the same seed, budget of rounds and problem give the same plan
     * @throws IllegalArgumentException when what is decided already for a vehicle cannot be driven
     */
    public Solver(Problem problem, Goal goal, long seed, Budget budget) {
        this.problem = problem;
        this.goal = goal;
        this.meter = new Meter(budget);
        this.search = new Search(new Model(problem), seed, goal == Goal.VEHICLES_FIRST, meter);
    }

    /**
     * Begins with days planned before, as {@link Plan#sequences} gives them: what of them cannot be driven any more is planned anew.
     *
     * @throws IllegalStateException after {@link #solve()}
     */
    public Solver startingFrom(List<List<Integer>> sequences) {
        if (started) {
            throw new IllegalStateException("this solver has begun already");
        }
        int[][] stops = sequences.stream()
                .map(day -> day.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
        Sequences.load(search.days(), stops);
        return this;
    }

    /**
     * Searches until the budget is used or {@link #stop()} was called, and gives the best plan.
     *
     * @throws IllegalStateException when called twice
     */
    public Plan solve() {
        if (started) {
            throw new IllegalStateException("a solver solves once");
        }
        started = true;
        meter.begin();
        search.run();
        return best().orElseThrow(
                        () -> new IllegalStateException("the search has found nothing, not even an empty plan"));
    }

    /** The best plan so far; empty before the first one, which comes within milliseconds for hundreds of stops. */
    public Optional<Plan> best() {
        Search.Found found = search.best();
        if (found == null) {
            return Optional.empty();
        }
        List<List<Integer>> sequences = Arrays.stream(found.sequences())
                .map(day -> IntStream.of(day).boxed().toList())
                .toList();
        return Optional.of(Timetable.of(problem, sequences));
    }

    /** Ends the search soon: {@link #solve()} then returns the best plan so far. */
    public void stop() {
        meter.stop();
    }

    /** How many rounds were searched so far; exact once {@link #solve()} has returned. */
    public long rounds() {
        return meter.rounds();
    }

    /** What it looks for. */
    public Goal goal() {
        return goal;
    }
}

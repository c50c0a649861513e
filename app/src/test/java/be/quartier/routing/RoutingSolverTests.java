package be.quartier.routing;

import static be.quartier.routing.Towns.bike;
import static be.quartier.routing.Towns.door;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a caller of the solver may rely on. */
class RoutingSolverTests {

    @Test
    void theSameSeedGivesTheSamePlan() {
        for (int seed = 0; seed < 20; seed++) {
            Problem problem = new RandomProblems(new SplittableRandom(seed)).next(30);
            Optional<Plan> first = plan(problem, seed);
            assertThat(first).as("seed %d", seed).isEqualTo(plan(problem, seed));
        }
    }

    private static Optional<Plan> plan(Problem problem, long seed) {
        try {
            return Optional.of(new Solver(problem, Goal.COST, seed, Budget.rounds(300)).solve());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Test
    void thePlanSoFarIsReadAndTheSearchStoppedFromAnotherThread() throws Exception {
        Problem problem = town(60);
        Solver solver = new Solver(problem, Goal.COST, 1, Budget.time(Duration.ofMinutes(10)));
        assertThat(solver.best()).isEmpty();
        CompletableFuture<Plan> end = CompletableFuture.supplyAsync(solver::solve);
        while (solver.rounds() < 100) {
            Thread.onSpinWait();
        }
        Plan soFar = solver.best().orElseThrow();
        solver.stop();
        Plan last = end.get(10, TimeUnit.SECONDS);
        assertThat(PlanCheck.faults(problem, soFar)).isEmpty();
        assertThat(PlanCheck.faults(problem, last)).isEmpty();
        assertThat(last.cost().total()).isLessThanOrEqualTo(soFar.cost().total());
        assertThatThrownBy(solver::solve).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aPlanMadeBeforeIsWhereItBegins() {
        Problem problem = town(40);
        Plan before = new Solver(problem, Goal.COST, 1, Budget.rounds(3_000)).solve();
        Plan after = new Solver(problem, Goal.COST, 2, Budget.rounds(0))
                .startingFrom(before.sequences(problem.vehicles().size()))
                .solve();
        assertThat(after).isEqualTo(before);
    }

    @Test
    void ofAPlanThatCannotBeDrivenAnyMoreAsMuchAsPossibleIsKept() {
        Problem today = Towns.of(
                List.of(door(1), door(2).released(5000), door(3).within(0, 400)), List.of(bike().reloading(2)));
        Plan plan = new Solver(today, Goal.COST, 1, Budget.rounds(200))
                .startingFrom(List.of(List.of(0, 1, 2)))
                .solve();
        assertThat(PlanCheck.faults(today, plan)).isEmpty();
    }

    @Test
    void fewerVehiclesComeFirstWhenAskedFor() {
        Vehicle near = bike().costing(0, 1000);
        List<Stop> stops = IntStream.range(1, 9)
                .mapToObj(i -> door(i).within(i * 200, i * 200 + 300))
                .toList();
        Problem problem = Towns.of(stops, Collections.nCopies(8, near));
        Plan plan = new Solver(problem, Goal.VEHICLES_FIRST, 1, Budget.rounds(2_000)).solve();
        assertThat(PlanCheck.faults(problem, plan)).isEmpty();
        assertThat(plan.cost().vehicles()).isEqualTo(1);
    }

    @Test
    void theCostOfTheSearchIsThatOfThePlanWhereNoBreakMoves() {
        for (int seed = 0; seed < 300; seed++) {
            Problem problem = new RandomProblems(new SplittableRandom(seed)).next(12);
            if (problem.vehicles().stream().anyMatch(it -> it.rest().isPresent())) {
                continue;
            }
            try {
                Meter meter = new Meter(Budget.rounds(100));
                Search search = new Search(new Model(problem), seed, false, meter);
                search.run();
                Search.Found found = Objects.requireNonNull(search.best());
                List<List<Integer>> days = Arrays.stream(found.sequences())
                        .map(day -> IntStream.of(day).boxed().toList())
                        .toList();
                assertThat(found.cost())
                        .as("seed %d", seed)
                        .isEqualTo(Timetable.of(problem, days).cost().total());
            } catch (IllegalArgumentException e) {
                assertThat(e).hasMessageContaining("is decided");
            }
        }
    }

    @Test
    void noOrderOfFewStopsIsBetterThanThePlan() {
        for (int seed = 0; seed < 20; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            List<Stop> stops = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                Stop stop = Stop.at(i + 1)
                        .bringing(new Load(20 + random.nextInt(40), 0))
                        .lasting(random.nextInt(100));
                int from = random.nextInt(2000);
                stops.add(stop.within(from, from + 1500).released(random.nextInt(1500)));
            }
            Travel travel = scattered(random, 6);
            Problem problem =
                    new Problem(Towns.DEPOT, stops, List.of(bike().reloading(5)), List.of(travel), Weights.DISTANCE);
            Plan plan = new Solver(problem, Goal.COST, seed, Budget.rounds(2_000)).solve();
            long best = bruteForce(problem, new ArrayList<>(), List.of(0, 1, 2, 3, 4));
            long found = plan.leftOut().isEmpty() ? plan.cost().total() : Long.MAX_VALUE;
            assertThat(found).as("seed %d", seed).isEqualTo(best);
        }
    }

    /** The cheapest plan of one vehicle over every order and every place for returns. */
    private static long bruteForce(Problem problem, List<Integer> order, List<Integer> rest) {
        if (rest.isEmpty()) {
            Plan plan = Timetable.of(problem, List.of(order));
            return PlanCheck.faults(problem, plan).isEmpty() ? plan.cost().total() : Long.MAX_VALUE;
        }
        long best = Long.MAX_VALUE;
        for (int stop : rest) {
            List<Integer> left = rest.stream().filter(it -> it != stop).toList();
            order.add(stop);
            best = Math.min(best, bruteForce(problem, order, left));
            order.removeLast();
            if (!order.isEmpty()) {
                order.add(Vehicle.DEPOT);
                order.add(stop);
                best = Math.min(best, bruteForce(problem, order, left));
                order.removeLast();
                order.removeLast();
            }
        }
        return best;
    }

    private static Problem town(int size) {
        SplittableRandom random = new SplittableRandom(size);
        List<Stop> stops = IntStream.rangeClosed(1, size)
                .mapToObj(i -> Stop.at(i).bringing(new Load(10, 10)).lasting(60).released(random.nextInt(2000)))
                .toList();
        List<Vehicle> fleet = Collections.nCopies(6, bike().reloading(5));
        return new Problem(Towns.DEPOT, stops, fleet, List.of(scattered(random, size + 1)), Weights.DISTANCE);
    }

    private static Travel scattered(SplittableRandom random, int size) {
        int[] x = random.ints(size, 0, 500).toArray();
        int[] y = random.ints(size, 0, 500).toArray();
        int[][] table = new int[size][size];
        for (int a = 0; a < size; a++) {
            for (int b = 0; b < size; b++) {
                table[a][b] = (int) Math.hypot(x[a] - x[b], y[a] - y[b]);
            }
        }
        return Travel.of(table, table);
    }
}

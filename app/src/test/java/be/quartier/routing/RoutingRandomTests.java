package be.quartier.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * Small days with every kind of rule: no plan breaks one by the independent check, whatever the search takes out and puts back.
 * {@code -Dquartier.routes=10000} tries as many.
 */
class RoutingRandomTests {

    private static final int PROBLEMS = Integer.getInteger("quartier.routes", 2_000);
    private static final int FIRST_SEED = 20261124;
    private static final int ROUNDS = 150;

    @Test
    void noPlanOfAnyRandomDayBreaksARule() {
        int served = 0;
        int stops = 0;
        int refused = 0;
        for (int i = 0; i < PROBLEMS; i++) {
            long seed = (long) FIRST_SEED + i;
            Problem problem = new RandomProblems(new SplittableRandom(seed)).next(i % 20 == 0 ? 25 : 9);
            Solver solver;
            try {
                solver = new Solver(problem, i % 3 == 0 ? Goal.VEHICLES_FIRST : Goal.COST, seed, Budget.rounds(ROUNDS));
            } catch (IllegalArgumentException e) {
                assertThat(e).as("seed %d", seed).hasMessageContaining("is decided");
                refused++;
                continue;
            }
            Plan plan = solver.solve();
            // A stop that can be served by nobody is left out and told; nothing else may be wrong.
            assertThat(PlanCheck.faults(problem, plan))
                    .as("seed %d: %s", seed, problem)
                    .allMatch(fault -> fault.endsWith("must be served and is not."));
            stops += problem.stops().size();
            served += problem.stops().size() - plan.leftOut().size();
        }
        assertThat(refused).as("days that cannot begin as decided").isLessThan(PROBLEMS / 5);
        assertThat(served).as("of %d stops", stops).isGreaterThan(stops / 2);
    }
}

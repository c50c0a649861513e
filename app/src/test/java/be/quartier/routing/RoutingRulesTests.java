package be.quartier.routing;

import static be.quartier.routing.Towns.bike;
import static be.quartier.routing.Towns.door;
import static be.quartier.routing.Towns.solved;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Each rule: a plan that breaks it is refused by the check, and the solver keeps it, be it by leaving a stop out. */
class RoutingRulesTests {

    private static final int HOME = Vehicle.DEPOT;

    @Test
    void aWindowIsNotMissed() {
        Problem problem = Towns.of(List.of(door(5).within(0, 600), door(1).within(0, 150)), List.of(bike()));
        refuses(problem, List.of(List.of(0, 1)), "outside its window");
        assertThat(keeps(problem)).containsExactly(List.of(1, 0));
    }

    @Test
    void theShiftAndTheDepotsHoursEndTheDay() {
        Problem problem = Towns.of(List.of(door(3), door(5).optional(10)), List.of(bike().working(0, 999)));
        refuses(problem, List.of(List.of(0, 1)), "after its shift");
        assertThat(keeps(problem)).containsExactly(List.of(0));
    }

    @Test
    void kilogramsAreNotExceeded() {
        Problem problem = Towns.of(
                List.of(door(1).bringing(new Load(60, 0)), door(2).bringing(new Load(60, 0))),
                List.of(bike().reloading(2)));
        refuses(problem, List.of(List.of(0, 1)), "carries more than it can");
        assertThat(keeps(problem).getFirst()).containsExactlyInAnyOrder(0, HOME, 1);
    }

    @Test
    void litresAreNotExceeded() {
        Problem problem = Towns.of(
                List.of(door(1).bringing(new Load(0, 60)), door(2).bringing(new Load(0, 60))),
                List.of(bike().reloading(2)));
        refuses(problem, List.of(List.of(0, 1)), "carries more than it can");
        assertThat(keeps(problem).getFirst()).containsExactlyInAnyOrder(0, HOME, 1);
    }

    @Test
    void whatIsTakenBackCountsFromItsDoorOn() {
        Problem problem = Towns.of(
                List.of(door(1).bringing(Load.NONE).takingBack(new Load(60, 0)), door(2).bringing(new Load(60, 0))),
                List.of(bike()));
        refuses(problem, List.of(List.of(0, 1)), "carries more than it can");
        assertThat(keeps(problem)).containsExactly(List.of(1, 0));
    }

    @Test
    void goodsAreNotLoadedBeforeTheyAreReleased() {
        Problem problem =
                Towns.of(List.of(door(1).within(0, 400), door(2).released(500)), List.of(bike().reloading(2)));
        refuses(problem, List.of(List.of(0, 1)), "outside its window");
        assertThat(keeps(problem)).containsExactly(List.of(0, HOME, 1));
        assertThat(solved(problem).days().getFirst().trips().getLast().departure())
                .isEqualTo(500);
    }

    @Test
    void loadingTakesItsTimeBeforeEachTrip() {
        Problem problem = new Problem(
                new Depot(0, new TimeWindow(0, 10_000), 300),
                List.of(door(1).within(0, 400), door(1).within(0, 899)),
                List.of(Vehicle.carrying(new Load(10, 10)).reloading(2), bike().costing(1, 1000)),
                List.of(Towns.line(10)),
                Weights.DISTANCE);
        refuses(problem, List.of(List.of(0, HOME, 1)), "outside its window");
        assertThat(PlanCheck.faults(problem, solved(problem))).isEmpty();
    }

    @Test
    void aVehicleLeavesNoMoreOftenThanItMay() {
        Problem problem = Towns.of(
                List.of(
                        door(1).bringing(new Load(90, 0)),
                        door(2).bringing(new Load(90, 0)).optional(1)),
                List.of(bike()));
        refuses(problem, List.of(List.of(0, HOME, 1)), "makes 2 trips, 1 at most");
        assertThat(keeps(problem)).containsExactly(List.of(0));
    }

    @Test
    void onlyAVehicleWithTheSkillsGoes() {
        Problem problem = Towns.of(List.of(door(1).needing(0b10)), List.of(bike(), bike().skilled(0b11)));
        refuses(problem, List.of(List.of(0)), "lacks a skill");
        assertThat(keeps(problem)).containsExactly(List.of(), List.of(0));
    }

    @Test
    void aStopGivenToAVehicleStaysThere() {
        Problem problem = Towns.of(List.of(door(1), door(2).onlyOn(1)), List.of(bike(), bike()));
        refuses(problem, List.of(List.of(0, 1)), "for another vehicle");
        assertThat(keeps(problem).get(1)).contains(1);
    }

    @Test
    void whatIsDecidedComesFirstAndUnchanged() {
        Problem problem = Towns.of(
                List.of(door(1), door(5), door(2)), List.of(bike().begun(List.of(1, 0)), bike().costing(5000, 1000)));
        refuses(problem, List.of(List.of(0, 1, 2)), "does not begin as decided");
        refuses(problem, List.of(List.of(), List.of(0, 1, 2)), "does not do what is decided");
        assertThat(keeps(problem)).containsExactly(List.of(1, 0, 2));
    }

    @Test
    void aVehicleOnTheRoadTakesNothingMoreBeforeItWasAtTheDepot() {
        Vehicle out = bike().reloading(3).working(1000, 9000).onTheRoad(4, List.of(1));
        Problem problem = Towns.of(List.of(door(4), door(5)), List.of(out));
        refuses(problem, List.of(List.of(1, 0)), "does not begin as decided");
        Plan plan = solved(problem);
        assertThat(keeps(problem)).containsExactly(List.of(1, HOME, 0));
        assertThat(plan.cost().metres()).as("from where it is").isEqualTo(100 + 500 + 800);
    }

    @Test
    void theBreakIsTakenInItsHours() {
        Vehicle resting = bike().resting(new Rest(new TimeWindow(600, 900), 1000));
        Problem problem = Towns.of(List.of(door(2).within(0, 300), door(4).lasting(600)), List.of(resting));
        Plan plan = solved(problem);
        assertThat(PlanCheck.faults(problem, plan)).isEmpty();
        assertThat(plan.days().getFirst().restBegins().orElseThrow()).isBetween(600, 900);
        Plan restless = Timetable.of(Towns.of(problem.stops(), List.of(bike())), List.of(List.of(0, 1)));
        assertThat(PlanCheck.faults(problem, restless)).anyMatch(fault -> fault.contains("has no break"));
    }

    @Test
    void aStopMustBeServedUnlessItIsOptionalAndDearer() {
        Problem problem = Towns.of(List.of(door(1), door(9).optional(799), door(5).optional(801)), List.of(bike()));
        refuses(problem, List.of(List.of(2)), "must be served");
        assertThat(keeps(problem).getFirst()).containsExactlyInAnyOrder(0, 2);
        assertThat(solved(problem).cost().total()).isEqualTo(1000 + 799);
    }

    @Test
    void nobodyIsServedTwice() {
        Problem problem = Towns.of(List.of(door(1)), List.of(bike(), bike()));
        refuses(problem, List.of(List.of(0), List.of(0)), "served twice");
    }

    @Test
    void aCostThatDoesNotAddUpIsFound() {
        Problem problem = Towns.of(List.of(door(1)), List.of(bike()));
        Plan plan = solved(problem);
        Plan.Cost cost = new Plan.Cost(199, 200, 200, 1, 0, 2000, 0);
        assertThat(PlanCheck.faults(problem, new Plan(plan.days(), plan.leftOut(), cost)))
                .containsExactly("It costs " + plan.cost() + ", not " + cost + ".");
    }

    private static void refuses(Problem problem, List<List<Integer>> routes, String because) {
        assertThat(PlanCheck.faults(problem, Timetable.of(problem, routes))).anyMatch(fault -> fault.contains(because));
    }

    private static List<List<Integer>> keeps(Problem problem) {
        Plan plan = solved(problem);
        assertThat(PlanCheck.faults(problem, plan)).isEmpty();
        List<List<Integer>> all = plan.sequences(problem.vehicles().size());
        while (!all.isEmpty() && all.getLast().isEmpty()) {
            all = all.subList(0, all.size() - 1);
        }
        return all;
    }
}

package be.quartier.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.quartier.routing.BenchmarkFile.Unreadable;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The instances of the literature are read to the tenth, and what is none is refused with a sentence. */
class RoutingFilesTests {

    private static final String SOLOMON = """
            T101

            VEHICLE
            NUMBER     CAPACITY
              2         20

            CUSTOMER
            CUST NO.   XCOORD.   YCOORD.    DEMAND   READY TIME   DUE DATE   SERVICE TIME

                0      0         0          0          0        230          0
                1      1         1          7         10         50          9
                2      3         4         13          0        171         10
            """;

    private static final String MULTI_TRIP = """
            NAME: T201R0.5
            COMMENT: Based on Yang (2023).
            TYPE: MTVRPTWR
            EDGE_WEIGHT_TYPE: EUC_2D
            DIMENSION: 3
            VEHICLES: 2
            CAPACITY: 10
            SERVICE_TIME: 9
            NODE_COORD_SECTION
            1\t0\t0
            2\t1\t1
            3\t3\t4
            DEMAND_SECTION
            1\t0
            2\t7
            3\t8
            TIME_WINDOW_SECTION
            1\t0\t230
            2\t10\t50
            3\t0\t171
            RELEASE_TIME_SECTION
            1\t0
            2\t4
            3\t37
            VEHICLES_RELOAD_DEPOT_SECTION
            1\t1
            2\t1
            DEPOT_SECTION
            1
            EOF
            """;

    @Test
    void aSolomonFileIsReadInTenths() throws Exception {
        BenchmarkFile file = BenchmarkFile.parse(SOLOMON);
        Problem problem = file.problem();
        assertThat(file.name()).isEqualTo("T101");
        assertThat(problem.vehicles()).hasSize(2).allMatch(it -> it.capacity().grams() == 20 && it.tripsMost() == 1);
        assertThat(problem.depot().open()).isEqualTo(new TimeWindow(0, 2300));
        assertThat(problem.stops().getFirst())
                .isEqualTo(Stop.at(1).bringing(new Load(7, 0)).within(100, 500).lasting(90));
        assertThat(problem.travel(0).metres(0, 1))
                .as("ten times root two, truncated")
                .isEqualTo(14);
        assertThat(problem.travel(0).seconds(0, 2)).isEqualTo(50);
    }

    @Test
    void aMultiTripFileIsReadWithItsReleases() throws Exception {
        Problem problem = BenchmarkFile.parse(MULTI_TRIP).problem();
        assertThat(problem.vehicles()).hasSize(2).allMatch(it -> it.capacity().grams() == 10 && it.tripsMost() > 1);
        assertThat(problem.stops().get(1))
                .isEqualTo(Stop.at(2)
                        .bringing(new Load(8, 0))
                        .within(0, 1710)
                        .released(370)
                        .lasting(90));
    }

    @Test
    void aSolutionIsWrittenAsItIsRead() throws Exception {
        Problem problem = BenchmarkFile.parse(MULTI_TRIP).problem();
        Plan plan = Timetable.of(problem, SolutionText.read("Route #1: 1 0 2\nCost: 128\n"));
        assertThat(PlanCheck.faults(problem, plan)).isEmpty();
        assertThat(SolutionText.write(plan)).isEqualTo("Route #1: 1 0 2\nCost: 128\n");
        assertThat(plan.days().getFirst().trips().get(1).departure())
                .as("not before the release")
                .isEqualTo(370);
    }

    @Test
    void emptyTripsOfASolutionArePassedOver() throws Exception {
        Problem problem = BenchmarkFile.parse(MULTI_TRIP).problem();
        Plan plan = Timetable.of(problem, SolutionText.read("Route #1: 0 1 0 0 2 0\n"));
        assertThat(SolutionText.write(plan)).startsWith("Route #1: 1 0 2\n");
    }

    @Test
    void whatIsNoInstanceIsRefusedWithItsLine() {
        for (List<String> wrong : List.of(
                List.of("a letter", "neither a Solomon instance nor"),
                List.of("", "neither a Solomon instance nor"),
                List.of(SOLOMON.replace("171", "17x"), "Line 12 holds '17x'"),
                List.of(SOLOMON.replace("    2      3", "    7      3"), "Line 12 is not customer 2"),
                List.of(SOLOMON.replace("50          9", "5           9"), "not a valid instance"),
                List.of(MULTI_TRIP.replace("MTVRPTWR", "CVRP"), "'TYPE: CVRP'"),
                List.of(MULTI_TRIP.replace("3\t37\n", ""), "RELEASE_TIME has 2 nodes, not 3"),
                List.of(MULTI_TRIP.replace("CAPACITY: 10", "CAPACITY: ten"), "CAPACITY"))) {
            assertThatThrownBy(() -> BenchmarkFile.parse(wrong.getFirst()))
                    .isInstanceOf(Unreadable.class)
                    .hasMessageContaining(wrong.getLast());
        }
    }
}

package be.quartier.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The published instances and solutions, when the shared data folder is there. */
class RoutingBestKnownTests {

    private static final Path ROUTING = Path.of(System.getProperty("quartier.shared", "../../shared/data"), "routing");

    @Test
    void everyPublishedMultiTripSolutionIsFeasibleAtItsCost() throws Exception {
        Path folder = ROUTING.resolve("mtvrptwr");
        assumeThat(folder).as("the shared data folder is absent").isDirectory();
        List<Path> instances = files(folder, ".vrp");
        assertThat(instances).isNotEmpty();
        for (Path instance : instances) {
            Problem problem = BenchmarkFile.read(instance).problem();
            String text = Files.readString(
                    instance.resolveSibling(instance.getFileName().toString().replace(".vrp", ".sol")));
            Plan plan = Timetable.of(problem, SolutionText.read(text));
            assertThat(PlanCheck.faults(problem, plan)).as("%s", instance).isEmpty();
            assertThat(text).as("%s", instance).contains("Cost: " + plan.cost().total());
        }
    }

    @Test
    void aPublishedInstanceGetsAPlanWithoutFault() throws Exception {
        assumeThat(ROUTING).as("the shared data folder is absent").isDirectory();
        List<Path> instances = Stream.concat(
                        files(ROUTING.resolve("solomon"), ".txt").stream(),
                        files(ROUTING.resolve("mtvrptwr"), ".vrp").stream())
                .toList();
        for (int i = 0; i < instances.size(); i += 5) {
            Path instance = instances.get(i);
            Problem problem = BenchmarkFile.read(instance).problem();
            Plan plan = new Solver(problem, Goal.COST, 1, Budget.rounds(300)).solve();
            // So few rounds do not always find room for everyone; nothing else may be wrong.
            assertThat(PlanCheck.faults(problem, plan))
                    .as("%s", instance)
                    .allMatch(fault -> fault.endsWith("must be served and is not."));
        }
    }

    private static List<Path> files(Path folder, String ending) throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }
}

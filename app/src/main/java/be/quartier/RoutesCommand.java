package be.quartier;

import be.quartier.routing.BenchmarkFile;
import be.quartier.routing.Budget;
import be.quartier.routing.Goal;
import be.quartier.routing.Plan;
import be.quartier.routing.PlanCheck;
import be.quartier.routing.SolutionText;
import be.quartier.routing.Solver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code routes solve INSTANCE}: plans a benchmark instance and prints the plan, without starting anything else. */
final class RoutesCommand {

    private static final String USAGE =
            "Usage: ./quartier routes solve INSTANCE [--seconds 10] [--objective distance|vehicles] [--seed 1]";
    private static final int SECONDS_MAX = 86_400;

    private RoutesCommand() {}

    static void run(List<String> arguments) {
        Options options = Options.parse(arguments, Set.of("seconds", "objective", "seed"), Set.of(), 2, USAGE);
        if (options.words().size() < 2 || !options.words().getFirst().equals("solve")) {
            throw new WrongUse("Say 'solve' and name an instance. " + USAGE);
        }
        BenchmarkFile file = read(Path.of(options.words().getLast()));
        Goal goal = switch (options.value("objective").orElse("distance")) {
            case "distance" -> Goal.COST;
            case "vehicles" -> Goal.VEHICLES_FIRST;
            default -> throw new WrongUse("--objective is distance or vehicles. " + USAGE);
        };
        Duration length = Duration.ofSeconds(number(options, "seconds", 10, 1, SECONDS_MAX));
        long seed = number(options, "seed", 1, 0, Long.MAX_VALUE);
        Plan plan = new Solver(file.problem(), goal, seed, Budget.time(length)).solve();
        System.out.print(SolutionText.write(plan));
        List<String> faults = PlanCheck.faults(file.problem(), plan);
        if (!faults.isEmpty()) {
            System.err.println("This is not a whole plan; longer --seconds may find one. " + faults.getFirst());
            System.exit(1);
        }
    }

    private static BenchmarkFile read(Path path) {
        try {
            if (!Files.isRegularFile(path)) {
                throw new WrongUse("There is no file " + path + ". " + USAGE);
            }
            return BenchmarkFile.read(path);
        } catch (BenchmarkFile.Unreadable e) {
            throw new WrongUse(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new WrongUse("The file " + path + " cannot be read.");
        }
    }

    private static long number(Options options, String name, long otherwise, long least, long most) {
        Optional<String> text = options.value(name);
        try {
            long number = text.map(Long::parseLong).orElse(otherwise);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told below.
        }
        throw new WrongUse("--" + name + " takes a whole number from " + least + " to " + most + ", not '"
                + text.orElse("") + "'. " + USAGE);
    }
}

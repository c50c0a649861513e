package be.quartier.bench;

import be.quartier.routing.BenchmarkFile;
import be.quartier.routing.Budget;
import be.quartier.routing.Goal;
import be.quartier.routing.Plan;
import be.quartier.routing.PlanCheck;
import be.quartier.routing.Solver;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The routing kernel beside the best known plans of the literature: Solomon's 56 instances by distance and by vehicles, and multi-trip
 * instances with releases, which get six times as long. One thread, its processor time, so that what else runs on the machine counts
 * less; every plan goes through the independent check.
 *
 * <p>{@code -Dquartier.bench.routes=} chooses among {@code distance}, {@code vehicles}, {@code trips} (every seventh instance) and
 * {@code all-trips}, separated by commas; {@code -Dquartier.bench.seed=} the seed. The instances are looked for in
 * {@code ../shared/data}, or where {@code -Dquartier.shared=} says.
 */
final class RoutesBench implements Benchmark {

    private static final Path ROUTING = Path.of(System.getProperty("quartier.shared", "../shared/data"), "routing");
    private static final List<String> PARTS =
            List.of(System.getProperty("quartier.bench.routes", "distance,vehicles,trips")
                    .split(",", -1));
    private static final int SEED = Integer.getInteger("quartier.bench.seed", 1);
    private static final int LONGER = 6;
    private static final int SAMPLE = 7;

    private int faulty;

    /** Best known: vehicles and distance with vehicles first, vehicles and distance by distance alone. */
    private record Known(int vehicles, double atVehicles, double distance) {}

    @Override
    public String purpose() {
        return "plans beside the best known: gaps and vehicles (targets: 0.3 %, 406 vehicles, 1.5 %); default 10 seconds each";
    }

    @Override
    public int seconds() {
        return 10;
    }

    @Override
    public void run(Duration each, Report report) throws Exception {
        if (!Files.isDirectory(ROUTING)) {
            throw new IOException("There are no instances in " + ROUTING.toAbsolutePath() + "; see -Dquartier.shared.");
        }
        report.line("seed", SEED, "seed");
        double ratio = 0;
        if (PARTS.contains("distance")) {
            ratio = distance(each, report);
        }
        if (PARTS.contains("vehicles")) {
            ratio = vehicles(each, report);
        }
        if (PARTS.contains("trips") || PARTS.contains("all-trips")) {
            double trips = trips(each.multipliedBy(LONGER), PARTS.contains("all-trips") ? 1 : SAMPLE, report);
            ratio = ratio == 0 ? trips : ratio;
        }
        report.line("faulty", faulty, "plans");
        report.line("ratio", ratio, "mean-cost-to-best-known");
    }

    private double distance(Duration each, Report report) throws Exception {
        Map<String, List<Double>> gaps = new TreeMap<>();
        for (Map.Entry<String, Known> known : bestKnown().entrySet()) {
            Plan plan = solve(solomon(known.getKey()), Goal.COST, each);
            double gap = plan.cost().total() / (10 * known.getValue().distance()) - 1;
            report.doing(
                    known.getKey() + " " + percent(gap) + ", " + plan.cost().vehicles() + " vehicles");
            gaps.computeIfAbsent(group(known.getKey()), _ -> new ArrayList<>()).add(gap);
        }
        return gaps("solomon", gaps, report);
    }

    private double vehicles(Duration each, Report report) throws Exception {
        int total = 0;
        int best = 0;
        double cost = 0;
        double bestCost = 0;
        for (Map.Entry<String, Known> known : bestKnown().entrySet()) {
            Plan plan = solve(solomon(known.getKey()), Goal.VEHICLES_FIRST, each);
            total += plan.cost().vehicles();
            best += known.getValue().vehicles();
            cost += plan.cost().total();
            bestCost += 10 * known.getValue().atVehicles();
            report.doing(known.getKey() + " " + plan.cost().vehicles() + " vehicles, best known "
                    + known.getValue().vehicles());
        }
        report.line("vehicles-first", total, "vehicles");
        report.line("vehicles-first-best-known", best, "vehicles");
        report.line("vehicles-first-distance", 100 * (cost / bestCost - 1), "%-to-best-known");
        return (double) total / best;
    }

    private double trips(Duration each, int step, Report report) throws Exception {
        Map<String, List<Double>> gaps = new TreeMap<>();
        List<Path> files = files(ROUTING.resolve("mtvrptwr"), ".vrp");
        for (int i = 0; i < files.size(); i += step) {
            Path file = files.get(i);
            String name = file.getFileName().toString().replace(".vrp", "");
            Plan plan = solve(file, Goal.COST, each);
            double gap = plan.cost().total() / published(file.resolveSibling(name + ".sol")) - 1;
            report.doing(name + " " + percent(gap) + ", " + plan.cost().vehicles() + " vehicles");
            gaps.computeIfAbsent(group(name), _ -> new ArrayList<>()).add(gap);
        }
        return gaps("multi-trip", gaps, report);
    }

    private Plan solve(Path file, Goal goal, Duration each) throws Exception {
        BenchmarkFile instance = BenchmarkFile.read(file);
        Budget budget = new Budget.Time(each, ManagementFactory.getThreadMXBean()::getCurrentThreadCpuTime);
        Plan plan = new Solver(instance.problem(), goal, SEED, budget).solve();
        List<String> faults = PlanCheck.faults(instance.problem(), plan);
        if (!faults.isEmpty()) {
            faulty++;
            System.err.println(instance.name() + ": " + faults);
        }
        return plan;
    }

    private static double gaps(String of, Map<String, List<Double>> gaps, Report report) {
        List<Double> all = new ArrayList<>();
        gaps.forEach((group, some) -> {
            report.line(of + "-" + group, 100 * mean(some), "%-to-best-known");
            all.addAll(some);
        });
        report.line(of, 100 * mean(all), "%-to-best-known");
        return 1 + mean(all);
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }

    private static String percent(double gap) {
        return String.format(Locale.ROOT, "%.2f %%", 100 * gap);
    }

    /** R104 is of R1, RC2_2_08R0.5 of RC2_2, RC208R0.5 of RC2. */
    private static String group(String name) {
        return name.contains("_") ? name.substring(0, name.lastIndexOf('_')) : name.replaceAll("\\d\\d(R0\\.5)?$", "");
    }

    private static Path solomon(String name) {
        return ROUTING.resolve("solomon").resolve(name + ".txt");
    }

    private static Map<String, Known> bestKnown() throws IOException {
        Map<String, Known> known = new TreeMap<>();
        for (String line : Files.readAllLines(ROUTING.resolve("solomon").resolve("best-known.csv")).stream()
                .skip(1)
                .toList()) {
            String[] cells = line.split(",", -1);
            known.put(
                    cells[0],
                    new Known(Integer.parseInt(cells[1]), Double.parseDouble(cells[2]), Double.parseDouble(cells[4])));
        }
        return known;
    }

    private static double published(Path solution) throws IOException {
        return Files.readAllLines(solution).stream()
                .filter(line -> line.startsWith("Cost: "))
                .mapToDouble(line -> Double.parseDouble(line.substring("Cost: ".length())))
                .findFirst()
                .orElseThrow();
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }
}

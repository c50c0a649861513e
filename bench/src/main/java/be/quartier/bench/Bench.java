package be.quartier.bench;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** {@code ./quartier bench [NAME] [--seconds N]}. */
public final class Bench {

    private static final int SECONDS_MAX = 3_600;
    private static final String USAGE = "Usage: ./quartier bench [NAME] [--seconds N], N from 1 to 3600. Without NAME: "
            + "the list of benchmarks.";

    private static final Map<String, Benchmark> ALL = new TreeMap<>(Map.of(
            "checkout",
            new CheckoutBench(),
            "import",
            new ImportBench(),
            "letters",
            new LettersBench(),
            "routes",
            new RoutesBench(),
            "search",
            new SearchBench(),
            "spends",
            new SpendsBench()));

    private Bench() {}

    /** Runs one benchmark, or lists them. */
    public static void main(String[] args) {
        String name = "";
        int seconds = 0;
        for (int at = 0; at < args.length; at++) {
            String argument = args[at];
            if (argument.equals("--help")) {
                System.out.println(USAGE);
                System.exit(0);
            } else if (argument.equals("--seconds") && at + 1 < args.length) {
                seconds = seconds(args[++at]);
            } else if (!argument.startsWith("-") && name.isEmpty()) {
                name = argument;
            } else {
                wrongUse(USAGE);
            }
        }
        if (name.isEmpty()) {
            ALL.forEach((each, benchmark) -> System.out.println(each + "  " + benchmark.purpose()));
            System.exit(0);
        }
        run(name, seconds);
    }

    private static void run(String name, int seconds) {
        Benchmark benchmark = ALL.get(name);
        if (benchmark == null) {
            wrongUse("There is no benchmark '" + name + "'; there are: " + String.join(", ", ALL.keySet()) + ".");
            return;
        }
        try {
            benchmark.run(Duration.ofSeconds(seconds > 0 ? seconds : benchmark.seconds()), new Report());
            System.exit(0);
        } catch (Exception e) {
            e.printStackTrace();
            System.exit(1);
        }
    }

    private static int seconds(String text) {
        try {
            int seconds = Integer.parseInt(text);
            if (seconds >= 1 && seconds <= SECONDS_MAX) {
                return seconds;
            }
        } catch (NumberFormatException e) {
            // Told below.
        }
        wrongUse(USAGE);
        return 0;
    }

    private static void wrongUse(String sentence) {
        System.err.println(sentence);
        System.exit(2);
    }
}

package be.quartier.bench;

import java.util.Locale;

/** Prints {@code name value unit} lines on standard output. */
final class Report {

    /** A figure with its unit. */
    void line(String name, double value, String unit) {
        String number = value >= 100 || value == Math.rint(value)
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, "%.3f", value);
        System.out.println(name + " " + number + " " + unit);
    }

    /** What is being done, for whoever waits; on standard error. */
    void doing(String what) {
        System.err.println(what);
    }
}

package be.quartier.bench;

import java.time.Duration;

/** One benchmark, run beside its baseline. */
interface Benchmark {

    /** What {@code ./quartier bench} lists: one line. */
    String purpose();

    /** For how long each side is measured unless {@code --seconds} says otherwise. */
    default int seconds() {
        return 20;
    }

    /** Measures, each side for about this long, and reports its figures, the ratio last. */
    void run(Duration each, Report report) throws Exception;
}

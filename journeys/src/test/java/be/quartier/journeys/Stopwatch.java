package be.quartier.journeys;

/** Says how long each part of a journey took. */
final class Stopwatch {

    private static final long MILLI = 1_000_000;

    private final long begun = System.nanoTime();
    private long last = begun;

    /** Ends a part. */
    void lap(String part) {
        long now = System.nanoTime();
        System.out.printf("%6d ms  %s%n", (now - last) / MILLI, part);
        last = now;
    }

    /** Since the beginning. */
    java.time.Duration total() {
        return java.time.Duration.ofNanos(System.nanoTime() - begun);
    }
}

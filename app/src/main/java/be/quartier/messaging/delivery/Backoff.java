package be.quartier.messaging.delivery;

import java.time.Duration;
import java.util.List;

/** When to try again: soon at first, then ever more rarely. */
final class Backoff {

    private static final List<Duration> WAITS = List.of(
            Duration.ofSeconds(20),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofHours(2),
            Duration.ofHours(4));

    private Backoff() {}

    /** How long to wait after the given attempt failed, counted from 1. */
    static Duration after(int attempt) {
        return WAITS.get(Math.clamp(attempt - 1L, 0, WAITS.size() - 1));
    }
}

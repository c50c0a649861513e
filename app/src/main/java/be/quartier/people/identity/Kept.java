package be.quartier.people.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * One document of the provider, fetched when first asked for and again when it is old. One request at a time fetches; after
 * a failure the others are refused at once for some seconds, so that a dead provider holds nobody up.
 */
final class Kept<T> {

    private static final Duration QUIET_AFTER_FAILURE = Duration.ofSeconds(5);

    private final Fetch<T> fetch;
    private final Duration keep;
    private final InstantSource clock;
    private @Nullable T value;
    private Instant fetchedAt = Instant.EPOCH;
    private Instant quietUntil = Instant.EPOCH;

    /** Brings the document. */
    interface Fetch<T> {
        T get() throws IdentityRefused;
    }

    /** @param keep how long a document serves */
    Kept(Fetch<T> fetch, Duration keep, InstantSource clock) {
        this.fetch = fetch;
        this.keep = keep;
        this.clock = clock;
    }

    /** The document, not older than it is kept. */
    T get() throws IdentityRefused {
        return get(keep);
    }

    /** The document, not older than this. */
    synchronized T get(Duration oldest) throws IdentityRefused {
        Instant now = clock.instant();
        T known = value;
        if (known != null && now.isBefore(fetchedAt.plus(oldest)) && now.isBefore(fetchedAt.plus(keep))) {
            return known;
        }
        if (now.isBefore(quietUntil)) {
            throw new IdentityRefused(Reason.UNAVAILABLE);
        }
        try {
            T fetched = fetch.get();
            value = fetched;
            fetchedAt = now;
            return fetched;
        } catch (IdentityRefused e) {
            Duration quiet = keep.compareTo(QUIET_AFTER_FAILURE) < 0 ? keep : QUIET_AFTER_FAILURE;
            quietUntil = now.plus(quiet);
            throw e;
        }
    }
}

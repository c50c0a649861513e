package be.quartier.pages;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A refusal that leaves the page: {@code application/problem+json} under {@code /api}, an error page elsewhere.
 *
 * <p>Controllers of the API return it; code deeper down throws it with {@link #raised()}.
 *
 * @param status the HTTP status, 400 to 599
 * @param code the stable code scripts rely on, like {@code insufficient-balance}
 * @param key text key of the sentence for people: what is wrong, what was kept, what to do
 * @param args arguments of the sentence
 * @param more further members of the JSON object, like {@code balanceCents}
 */
public record Problem(int status, String code, String key, List<Object> args, Map<String, Object> more) {

    /** The member that tells after how many seconds the same request may succeed. */
    public static final String RETRY_AFTER = "retryAfterSeconds";

    /** Checks the status and copies. */
    public Problem {
        if (status < 400 || status > 599) {
            throw new IllegalArgumentException("Not the status of a refusal: " + status);
        }
        args = List.copyOf(args);
        more = Map.copyOf(more);
    }

    /** A problem whose sentence takes these arguments. */
    public static Problem of(int status, String code, String key, Object... args) {
        return new Problem(status, code, key, List.of(args), Map.of());
    }

    /** Nothing is here, or not for this visitor. */
    public static Problem notFound() {
        return of(404, "not-found", "pages.error.404.text");
    }

    /** The visitor may not do this. */
    public static Problem forbidden() {
        return of(403, "forbidden", "pages.error.403.text");
    }

    /** Too much in a short time: the sentence says in minutes and {@code Retry-After} in seconds when to try again. */
    public static Problem tooMany(long seconds) {
        return of(429, "too-many-requests", "pages.error.429.wait", minutes(seconds))
                .with(RETRY_AFTER, seconds);
    }

    /** A wait in whole minutes, rounded up, for sentences. */
    public static long minutes(long seconds) {
        return Math.ceilDiv(seconds, 60);
    }

    /** The same problem with one more member in the JSON object. */
    public Problem with(String member, Object value) {
        Map<String, Object> all = new LinkedHashMap<>(more);
        all.put(member, value);
        return new Problem(status, code, key, args, all);
    }

    /** The exception that carries this problem to the visitor. */
    public Raised raised() {
        return new Raised(this);
    }

    /** Carries a problem up to the answer. */
    public static final class Raised extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient Problem problem;

        private Raised(Problem problem) {
            super(problem.status() + " " + problem.code(), null, false, false);
            this.problem = problem;
        }

        /** The problem to answer with. */
        public Problem problem() {
            return problem;
        }
    }
}

package be.quartier.people;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Which lines of the audit trail to read.
 *
 * @param from the first instant, included
 * @param to the last instant, excluded
 * @param action the action, empty for all
 * @param actor the id of the person or till, or the job's name
 * @param subject the subject, empty for all
 * @param before only lines older than this one, to continue
 */
public record AuditQuery(
        Optional<Instant> from,
        Optional<Instant> to,
        String action,
        Optional<String> actor,
        String subject,
        Optional<UUID> before) {

    /** Every line. */
    public static AuditQuery all() {
        return new AuditQuery(Optional.empty(), Optional.empty(), "", Optional.empty(), "", Optional.empty());
    }
}

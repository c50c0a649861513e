package be.quartier.people;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * One line of the audit trail.
 *
 * @param action {@code module.thing-done}
 * @param subject {@code thing:id}
 * @param details further facts without personal data
 */
public record AuditLine(UUID id, Instant at, Actor actor, String action, String subject, Map<String, String> details) {

    /** Copies the details. */
    public AuditLine {
        details = Map.copyOf(details);
    }
}

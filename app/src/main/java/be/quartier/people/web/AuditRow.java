package be.quartier.people.web;

import be.quartier.people.AuditLine;
import java.util.List;
import java.util.Optional;

/**
 * A line of the audit trail as people read it.
 *
 * @param sentence who did what
 * @param actor the line's actor as the filter takes it, empty when nobody to filter by
 * @param actorName what the actor is called
 * @param thing what it was done to
 * @param path the page that shows the thing, with the commune, for whoever may open it
 * @param details further facts: what each is called, and what it says
 */
public record AuditRow(
        AuditLine line,
        String sentence,
        String actor,
        String actorName,
        String thing,
        Optional<String> path,
        List<Detail> details) {

    /** A fact of a line. */
    public record Detail(String name, String value) {}

    /** Copies the details. */
    public AuditRow {
        details = List.copyOf(details);
    }
}

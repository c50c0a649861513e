package be.quartier.people;

import be.quartier.commune.Language;
import be.quartier.commune.Visitor;
import java.util.Optional;
import java.util.UUID;

/** What the things of the audit trail are called and where they are shown; each module answers for its own. */
public interface AuditPlaces {

    /**
     * A thing of the trail.
     *
     * @param name what it is called in the reader's language
     * @param path the page that shows it, within the commune; empty when this reader may not open one
     */
    record Thing(String name, Optional<String> path) {}

    /** The thing of a subject {@code kind:id} in the current commune; empty when another module knows it, or nobody. */
    Optional<Thing> thing(String kind, UUID id, Visitor reader, Language language);
}

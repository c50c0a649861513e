package be.quartier.ledger;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Who moved money.
 *
 * @param kind a till, a person or the system
 * @param id the till's or the person's; empty for the system
 */
public record Actor(Kind kind, Optional<UUID> id) {

    /** The system itself, for example when vouchers expire. */
    public static final Actor SYSTEM = new Actor(Kind.SYSTEM, Optional.empty());

    /** What acts. */
    public enum Kind {
        /** A till of a shop. */
        TILL,
        /** Somebody signed in. */
        PERSON,
        /** A job. */
        SYSTEM;

        /** As written in the database. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Requires an id of all but the system. */
    public Actor {
        if (id.isEmpty() != (kind == Kind.SYSTEM)) {
            throw new IllegalArgumentException("A till and a person have an id, the system has none");
        }
    }

    /** A till. */
    public static Actor till(UUID id) {
        return new Actor(Kind.TILL, Optional.of(id));
    }

    /** Somebody signed in. */
    public static Actor person(UUID id) {
        return new Actor(Kind.PERSON, Optional.of(id));
    }

    /** As in an entry of the log: {@code till:…}, {@code person:…} or {@code system}. */
    @Override
    public String toString() {
        return kind.code() + id.map(value -> ":" + value).orElse("");
    }
}

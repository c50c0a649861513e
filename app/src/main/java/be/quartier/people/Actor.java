package be.quartier.people;

import be.quartier.commune.Visitor;
import java.util.UUID;

/** Who did something, as the audit trail keeps it. */
public sealed interface Actor {

    /** A signed-in person. */
    record Person(UUID id) implements Actor {}

    /** A shop's till. */
    record Till(UUID id) implements Actor {}

    /** The application itself, such as a nightly job. */
    record Job(String name) implements Actor {}

    /** Whoever runs the installation's commands. */
    record Operator() implements Actor {}

    /** The visitor of a handler that signed-in people alone may call. */
    static Actor of(Visitor visitor) {
        return new Person(visitor.id());
    }

    /** The kind, as stored. */
    default String kind() {
        return switch (this) {
            case Person person -> "person";
            case Till till -> "till";
            case Job job -> "job";
            case Operator operator -> "operator";
        };
    }

    /** Which one of the kind, as stored: an id or the job's name. */
    default String which() {
        return switch (this) {
            case Person person -> person.id().toString();
            case Till till -> till.id().toString();
            case Job job -> job.name();
            case Operator operator -> "operator";
        };
    }
}

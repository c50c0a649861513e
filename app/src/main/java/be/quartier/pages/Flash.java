package be.quartier.pages;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A message for the next page, shown once, with a button that undoes what was just done where that is possible.
 *
 * <p>It travels in a signed cookie of two minutes; never put a secret or a person's data in it.
 *
 * @param key text key of the message
 * @param args the message's arguments, already formatted for the visitor
 * @param tone how it is shown and spoken
 * @param undo how to take it back
 */
public record Flash(String key, List<String> args, Tone tone, Optional<Undo> undo) {

    /** What kind of message it is. */
    public enum Tone {
        /** Something was done. */
        DONE,
        /** Something deserves attention. */
        WARNING
    }

    /** A form of one button that undoes: where it posts and its hidden fields. */
    public record Undo(String path, Map<String, String> fields) {
        /** Refuses a path outside this site. */
        public Undo {
            if (!View.isLocal(path)) {
                throw new IllegalArgumentException("Undo stays on this site: " + path);
            }
            fields = Map.copyOf(fields);
        }
    }

    /** Copies the arguments. */
    public Flash {
        args = List.copyOf(args);
    }

    /** Says that something was done. */
    public static Flash done(String key, String... args) {
        return new Flash(key, List.of(args), Tone.DONE, Optional.empty());
    }

    /** Says something that deserves attention. */
    public static Flash warning(String key, String... args) {
        return new Flash(key, List.of(args), Tone.WARNING, Optional.empty());
    }

    /** The same message with an undo button. */
    public Flash undo(String path, Map<String, String> fields) {
        return new Flash(key, args, tone, Optional.of(new Undo(path, fields)));
    }
}

package be.quartier.money;

import java.util.Optional;
import java.util.function.Function;

/**
 * What became of a text that somebody typed or a file contained: a value, or the one thing that is wrong with it.
 *
 * @param <T> the value looked for
 */
public sealed interface Parsed<T> {

    /** The text was right. */
    record Valid<T>(T value) implements Parsed<T> {}

    /** The text was wrong; the flaw names a sentence that tells the reader what to do. */
    record Invalid<T>(Flaw flaw) implements Parsed<T> {}

    /** The value, or empty when the text was wrong. */
    default Optional<T> found() {
        return switch (this) {
            case Valid<T>(T value) -> Optional.of(value);
            case Invalid<T> ignored -> Optional.empty();
        };
    }

    /** What is wrong, or empty when the text was right. */
    default Optional<Flaw> wrong() {
        return switch (this) {
            case Valid<T> ignored -> Optional.empty();
            case Invalid<T>(Flaw flaw) -> Optional.of(flaw);
        };
    }

    /** The value of a text known to be right (a constant, a stored column). @throws IllegalArgumentException when it is not */
    default T orThrow() {
        return switch (this) {
            case Valid<T>(T value) -> value;
            case Invalid<T>(Flaw flaw) -> throw new IllegalArgumentException(flaw.key());
        };
    }

    /** The same outcome with the value turned into something else. */
    default <R> Parsed<R> map(Function<T, R> turn) {
        return switch (this) {
            case Valid<T>(T value) -> new Valid<>(turn.apply(value));
            case Invalid<T>(Flaw flaw) -> new Invalid<>(flaw);
        };
    }
}

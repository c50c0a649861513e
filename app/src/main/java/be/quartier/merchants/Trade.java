package be.quartier.merchants;

import be.quartier.commune.Language;
import java.util.Map;
import java.util.Objects;

/**
 * A kind of shop (corps de métier), as the commune lists it.
 *
 * @param code stable code, such as {@code bakery}
 * @param names its name in each of the four languages
 */
public record Trade(String code, Map<Language, String> names) {

    /** Copies the names. */
    public Trade {
        names = Map.copyOf(names);
    }

    /** Its name in a language. */
    public String name(Language language) {
        return Objects.requireNonNull(names.get(language));
    }
}

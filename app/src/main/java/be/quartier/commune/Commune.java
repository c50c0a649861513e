package be.quartier.commune;

import java.util.List;
import java.util.Map;

/**
 * A commune, or the region.
 *
 * @param slug its name in addresses: lower-case letters, digits and hyphens
 * @param kind whether it is a commune or the region over them
 * @param names its name in each of the four languages
 * @param languages the languages it serves, the first first
 * @param postcodes its four-digit postcodes
 */
public record Commune(
        CommuneId id,
        String slug,
        Kind kind,
        Map<Language, String> names,
        List<Language> languages,
        List<String> postcodes) {

    /** A commune, or the region whose staff serves the communes. */
    public enum Kind {
        /** A municipality. */
        COMMUNE,
        /** The region. */
        REGION
    }

    /** Copies the collections and requires a name in each language. */
    public Commune {
        names = Map.copyOf(names);
        languages = List.copyOf(languages);
        postcodes = List.copyOf(postcodes);
        if (names.size() != Language.values().length || languages.isEmpty()) {
            throw new IllegalArgumentException("a commune has four names and serves at least one language");
        }
    }

    /** Its name in a language. */
    public String name(Language language) {
        return java.util.Objects.requireNonNull(names.get(language));
    }
}

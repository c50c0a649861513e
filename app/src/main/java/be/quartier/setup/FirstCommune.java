package be.quartier.setup;

import be.quartier.commune.Commune;
import be.quartier.commune.Language;
import be.quartier.people.EmailAddress;
import java.util.Map;

/**
 * What the operator decides at the first run.
 *
 * @param commune the first commune
 * @param administrator display name of its first administrator
 * @param address the administrator's address for sign-in
 * @param language the administrator's language
 */
public record FirstCommune(Commune commune, String administrator, EmailAddress address, Language language) {

    /** Names in languages left empty take the first name given. */
    public static Map<Language, String> names(Map<Language, String> typed) {
        String first = typed.values().stream()
                .filter(name -> !name.isBlank())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a commune has a name"));
        Map<Language, String> names = new java.util.EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            String name = typed.getOrDefault(language, "");
            names.put(language, name.isBlank() ? first : name.strip());
        }
        return names;
    }
}

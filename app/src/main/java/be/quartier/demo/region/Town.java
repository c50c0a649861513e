package be.quartier.demo.region;

import be.quartier.commune.Language;
import java.util.List;
import java.util.Map;

/**
 * An invented commune: names, streets, households and shops.
 *
 * @param slug as in its addresses
 * @param languages the languages its administration works in, the first one first
 * @param postcode four digits that no real place has
 * @param nis five digits that no real commune has
 */
public record Town(
        String slug,
        Map<Language, String> names,
        List<Language> languages,
        String postcode,
        String nis,
        Point centre,
        List<District> districts,
        List<Street> streets,
        List<Household> households,
        List<Shop> shops,
        List<Actor> actors) {

    /** Its name in a language. */
    public String name(Language language) {
        return names.getOrDefault(language, slug);
    }
}

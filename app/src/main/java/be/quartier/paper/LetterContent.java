package be.quartier.paper;

import be.quartier.commune.Language;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What all letters of a batch share, in each language.
 *
 * @param date printed on the letter
 * @param words per language; every language of the letters must be there
 * @param shops partner shops per language, in the order to print them
 * @param siteUrl where the full list of shops and the balance are, as people would type it
 */
public record LetterContent(
        LocalDate date, Map<Language, Words> words, Map<Language, List<PartnerShop>> shops, String siteUrl) {

    /**
     * The commune's own words in one language.
     *
     * @param commune its name, as on its plate
     * @param office the service that sends
     * @param contact lines with street, telephone and mail of the service
     * @param phone to call when a voucher is lost, or empty
     * @param message paragraphs of the campaign instead of the standard first one, or empty
     * @param signature who signs, in one or two lines
     * @param legal the council's decision and the regulation it rests on
     */
    public record Words(
            String commune,
            String office,
            List<String> contact,
            String phone,
            List<String> message,
            List<String> signature,
            String legal) {
        /** Copies the lists. */
        public Words {
            contact = List.copyOf(contact);
            message = List.copyOf(message);
            signature = List.copyOf(signature);
        }
    }

    /** Copies the collections. */
    public LetterContent {
        words = Map.copyOf(words);
        shops = Map.copyOf(shops);
    }

    List<PartnerShop> shopsIn(Language language) {
        return shops.getOrDefault(language, List.of());
    }

    Words in(Language language) {
        return Objects.requireNonNull(words.get(language), () -> "No words in " + language);
    }
}

package be.quartier.vouchers.campaigns;

import be.quartier.commune.Language;
import java.util.Map;
import java.util.UUID;

/**
 * A campaign as it is stored.
 *
 * @param id its id; also the ledger's book
 * @param name its working title, shown where a language has no title of its own
 * @param words title and letter per language
 * @param progress its state and who carried it there
 * @param terms what was voted
 * @param version grows with every change, so that two people editing do not overwrite each other
 */
public record Campaign(
        UUID id, String name, Map<Language, Words> words, CampaignProgress progress, CampaignTerms terms, int version) {

    /**
     * What a language says.
     *
     * @param title public title, may be empty
     * @param letter the letter's own paragraph, may be empty
     */
    public record Words(String title, String letter) {
        /** Nothing said yet. */
        public static final Words NONE = new Words("", "");
    }

    /** Keeps its own copy. */
    public Campaign {
        words = Map.copyOf(words);
    }

    /** The title in a language, or the working title. */
    public String title(Language language) {
        var title = words.getOrDefault(language, Words.NONE).title();
        return title.isBlank() ? name : title;
    }

    /** The letter's own paragraph in a language; may be empty. */
    public String letter(Language language) {
        return words.getOrDefault(language, Words.NONE).letter();
    }

    /** Where it stands. */
    public CampaignState state() {
        return progress.state();
    }
}

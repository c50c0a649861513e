package be.quartier.demo.region;

import be.quartier.commune.Language;
import java.util.Map;

/** The words of the invented campaigns. */
public final class CampaignWords {

    private CampaignWords() {}

    /** The words of a key of the file in each language. */
    public static Map<Language, String> of(String key) {
        return Sheet.read("campaign").rows().stream()
                .filter(row -> row.text("key").equals(key))
                .findFirst()
                .orElseThrow()
                .texts("");
    }
}

package be.quartier.vouchers.live.web;

import be.quartier.commune.Language;
import be.quartier.pages.Page;
import be.quartier.pages.Texts;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a part of a table is called, before a language is chosen.
 *
 * @param key text key, empty when there is none
 * @param word the words themselves, or the text's argument
 * @param day the day, when it is one
 */
public record Label(String key, String word, @Nullable LocalDate day) {

    static Label plain(String word) {
        return new Label("", word, null);
    }

    static Label key(String key) {
        return new Label(key, "", null);
    }

    /** In the language of a page. */
    public String in(Page page) {
        if (day != null) {
            return page.shortDate(day);
        }
        return key.isEmpty() ? word : page.t(key, word);
    }

    /** In a language, for a file. */
    String in(Texts texts, Language language) {
        if (day != null) {
            return day.toString();
        }
        return key.isEmpty() ? word : texts.text(language, key, word);
    }
}

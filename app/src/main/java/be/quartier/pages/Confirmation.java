package be.quartier.pages;

import java.util.Map;

/**
 * A question asked before something is done, shown by {@code View.confirm}: one button does it, one link goes back.
 *
 * @param questionKey text key of the question, also the page's title
 * @param detail what will happen, already in the visitor's language
 * @param buttonKey text key of the button that does it (a verb, never "OK")
 * @param action path the form is posted to
 * @param fields hidden fields of the form
 * @param back path of the link that goes back without doing it
 * @param grave whether the button warns (brick) because this cannot be undone
 */
public record Confirmation(
        String questionKey,
        String detail,
        String buttonKey,
        String action,
        Map<String, String> fields,
        String back,
        boolean grave) {

    /** Copies the fields. */
    public Confirmation {
        fields = Map.copyOf(fields);
    }
}

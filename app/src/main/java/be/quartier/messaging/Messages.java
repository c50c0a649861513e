package be.quartier.messaging;

import be.quartier.commune.CommuneId;
import be.quartier.commune.Language;
import java.util.List;
import java.util.Map;

/** Sends to people. Every method works inside the caller's transaction: what it writes leaves only if that commits. */
public interface Messages {

    /**
     * Writes a message into the outbox.
     *
     * @param commune the commune that writes; the one of the current transaction
     * @param template a file {@code mail/<template>_<language>.txt} of the caller's module, such as {@code people/sign-in}: a
     *     head ({@code Subject:}, {@code Kind: secret|private|notice|mailing}), an empty line, paragraphs; {@code {name}} is a place
     * @param values one text for each place of the template, no more and no fewer; {@code commune} is filled by itself. Values may
     *     come from anybody: they are escaped, and line breaks in a subject become spaces
     * @param key the caller's own key, unique in the commune: the same key never makes a second message
     * @throws IllegalArgumentException when a place has no value or a value no place
     * @throws IllegalStateException outside a transaction or in another commune's
     */
    SendResult send(
            CommuneId commune,
            Recipient recipient,
            Language language,
            String template,
            Map<String, String> values,
            String key);

    /**
     * Writes down letters that were printed and handed to the post, so that they show among the other messages.
     *
     * @return how many were not yet written down; a letter is known by its key
     */
    int recordLetters(CommuneId commune, List<LetterLeft> letters);
}

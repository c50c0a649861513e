package be.quartier.messaging;

import be.quartier.commune.Language;

/**
 * A letter that left.
 *
 * @param to the lines of its address, as printed
 * @param subject what it is about, in its language
 * @param text what it says, without secrets: no token and no code
 * @param key the caller's own key, unique in the commune
 */
public record LetterLeft(Recipient.Post to, Language language, String subject, String text, String key) {}

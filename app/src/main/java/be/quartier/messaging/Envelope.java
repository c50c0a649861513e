package be.quartier.messaging;

import be.quartier.commune.Commune;
import be.quartier.commune.Language;
import java.util.Optional;
import java.util.UUID;

/**
 * A message as a carrier gets it.
 *
 * @param id the same for every attempt
 * @param sender the commune that writes
 * @param attempt 1 for the first
 * @param unsubscribe address of the page where a mailing can be refused; empty for what is not a mailing
 */
public record Envelope(
        UUID id,
        Commune sender,
        String recipient,
        Language language,
        String subject,
        String text,
        String html,
        int attempt,
        Optional<String> unsubscribe) {}

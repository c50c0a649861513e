package be.quartier.messaging.store;

import be.quartier.commune.Language;
import be.quartier.messaging.template.Kind;
import java.time.Instant;
import java.util.UUID;

/** A message this node has taken to carry. */
public record DueMessage(
        UUID id,
        Kind kind,
        String recipient,
        Digest recipientHash,
        Language language,
        String subject,
        String text,
        String html,
        int attempt,
        Instant giveUpAt) {}

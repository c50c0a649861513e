package be.quartier.messaging.store;

import be.quartier.commune.CommuneId;
import be.quartier.commune.Language;
import be.quartier.messaging.Channel;
import be.quartier.messaging.template.Kind;
import java.time.Instant;
import java.util.UUID;

/** A message as it is written into the outbox. */
public record OutboxRow(
        CommuneId commune,
        UUID id,
        String key,
        Channel channel,
        Kind kind,
        String recipient,
        Digest recipientHash,
        Language language,
        String template,
        String subject,
        String body,
        String html,
        Instant createdAt) {}

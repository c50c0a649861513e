package be.quartier.messaging;

import be.quartier.commune.CommuneId;
import be.quartier.commune.Language;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A message of the outbox, as it can be read.
 *
 * @param id also the provider's idempotency key: the Message-ID of a mail begins with it
 * @param recipient the address; empty once the time to keep it has passed
 * @param text what it says; empty once a secret has left or the time to keep it has passed
 * @param reference what the provider answered when it took it
 * @param reason why the last attempt failed
 * @param mailing whether the recipient may refuse more of its kind
 */
public record OutgoingMessage(
        CommuneId commune,
        UUID id,
        Channel channel,
        String recipient,
        Language language,
        String template,
        String subject,
        String text,
        String html,
        MessageState state,
        int attempts,
        Instant createdAt,
        Optional<Instant> nextAttemptAt,
        Optional<Instant> sentAt,
        Optional<String> reference,
        Optional<String> reason,
        boolean mailing) {}

package be.quartier.messaging;

import java.util.UUID;

/** What became of the wish to send. */
public sealed interface SendResult {

    /** It is in the outbox and leaves once the caller's transaction commits. */
    record Queued(UUID id) implements SendResult {}

    /** A message with this key was already written; nothing was added. */
    record Already(UUID id) implements SendResult {}

    /** It will not leave. */
    record Refused(Reason reason) implements SendResult {}

    /** Why a message is not accepted. */
    enum Reason {
        /** The recipient has had as many messages today as one may have. */
        TOO_MANY_TODAY,
        /** The recipient asked not to receive mailings. */
        UNSUBSCRIBED
    }
}

package be.quartier.merchants.callbacks;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A shop that asked to be called.
 *
 * @param version moves with every change; an answer names the one it was given on
 * @param dueOn the day by whose end somebody calls
 * @param asked what it answered; empty once its personal data ended
 * @param heldBy who says they are calling now
 * @param heldUntil until when that counts
 * @param reason why it was declined
 * @param merchant the merchant it became
 */
public record CallBack(
        UUID id,
        CallBackState state,
        int version,
        Instant receivedAt,
        LocalDate dueOn,
        Optional<Preregistration> asked,
        Optional<UUID> heldBy,
        Optional<Instant> heldUntil,
        Optional<Instant> decidedAt,
        Optional<DeclineReason> reason,
        Optional<UUID> merchant) {

    /** Whether somebody is still to call. */
    public boolean waiting() {
        return state == CallBackState.WAITING;
    }

    /** Whether the promise to call was not kept. */
    public boolean overdue(LocalDate today) {
        return waiting() && dueOn.isBefore(today);
    }

    /** Who else than this person says they are calling at that instant. */
    public Optional<UUID> heldByAnother(UUID person, Instant now) {
        return heldBy.filter(holder -> !holder.equals(person))
                .filter(holder -> heldUntil.filter(now::isBefore).isPresent());
    }
}

package be.quartier.merchants;

import be.quartier.money.Iban;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An account a merchant is, was or wants to be paid on.
 *
 * @param holder the holder's name exactly as the bank has it
 * @param coolingUntil it counts from then at the earliest
 * @param effectiveAt from when it counts; empty until a second person approved it
 * @param endedAt when it was withdrawn or turned down
 */
public record BankAccount(
        UUID id,
        Iban iban,
        String holder,
        Instant requestedAt,
        Optional<UUID> requestedBy,
        Instant coolingUntil,
        Optional<Instant> effectiveAt,
        Optional<Instant> endedAt,
        Optional<String> endReason) {

    /** Whether it still waits for a second person. */
    public boolean waiting() {
        return effectiveAt.isEmpty() && endedAt.isEmpty();
    }
}

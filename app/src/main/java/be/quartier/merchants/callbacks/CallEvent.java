package be.quartier.merchants.callbacks;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * One thing that happened to a request.
 *
 * @param kind {@code asked}, {@code corrected}, {@code reached}, {@code again}, {@code confirmed} or {@code declined}
 * @param actor who in the town hall; empty for the shop itself
 * @param words what was noted; empty once the personal data ended
 * @param dueOn the day promised then
 */
public record CallEvent(
        UUID id, String kind, Instant at, Optional<UUID> actor, String words, Optional<LocalDate> dueOn) {}

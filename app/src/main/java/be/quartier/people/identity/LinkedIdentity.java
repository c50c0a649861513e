package be.quartier.people.identity;

import java.time.Instant;
import java.util.UUID;

/**
 * An identity linked to an account.
 *
 * @param way the name of the way it was linked by
 */
public record LinkedIdentity(UUID id, String way, Instant createdAt, Instant lastUsedAt) {}

package be.quartier.people;

import java.time.Instant;
import java.util.UUID;

/**
 * A passkey as its owner sees it.
 *
 * @param label the device it was made on, such as {@code Safari, iPhone}
 */
public record Passkey(UUID id, String label, Instant createdAt, Instant lastUsedAt) {}

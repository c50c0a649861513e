package be.quartier.vouchers.proof;

import java.time.Instant;
import java.util.UUID;

/**
 * A document of an application; its content is read apart.
 *
 * @param place its number in the application, from 1, which is also its name
 * @param bytes its size
 */
public record ProofFile(UUID id, int place, Sent.Type type, int bytes, Instant sentAt) {}

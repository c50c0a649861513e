package be.quartier.ledger;

import java.time.Instant;
import java.util.UUID;

/**
 * A transfer, as figures need it.
 *
 * @param xact the transaction that wrote it
 */
public record Move(UUID id, UUID debit, UUID credit, long amountCents, Reason reason, Instant at, long xact) {}

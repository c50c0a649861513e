package be.quartier.vouchers.reimbursements;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A purchase, or a refund with a negative amount, that a shop is owed.
 *
 * @param transfer its entry in the ledger
 * @param day its day in Belgium: the ten days count from it
 * @param kind the ledger's reason: {@code spend}, {@code refund}, {@code undo} or {@code correct}
 */
public record ClaimItem(UUID transfer, Instant at, LocalDate day, long amountCents, String kind) {}

/**
 * Public money as append-only double entry, and the signed Merkle log that makes any later change of it visible.
 *
 * <p>Invariants: money moves only by transfers between two accounts of one commune; a transfer is never changed or deleted,
 * a correction is a new one; a voucher's account never falls below zero; a key makes at most one transfer, for ever.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"commune", "installation", "messaging", "operations", "pages", "people"})
package be.quartier.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * Voucher letters (<em>lettres</em>): batches in postal order, reprints, returned mail.
 *
 * <p>Invariants: no file with a voucher's code is stored, it is made again for each person who may take it, and each taking
 * is in the audit trail; a voucher's present code is in at most one batch of pending letters; a protected address is never
 * printed.
 */
@NullMarked
@org.springframework.modulith.NamedInterface("letters")
package be.quartier.vouchers.letters;

import org.jspecify.annotations.NullMarked;

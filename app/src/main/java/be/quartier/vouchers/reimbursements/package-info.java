/**
 * Paying the shops back (<em>remboursement</em>): claims, runs, approvals, the file for the bank, statements, and the promise of ten
 * days.
 *
 * <p>Invariants: a purchase is in one line that counts; who proposed, who approved and who releases a run are different people;
 * a file is made once and never changes; a payment the bank sends back reopens what was owed by new transfers.
 */
@NullMarked
@org.springframework.modulith.NamedInterface("reimbursements")
package be.quartier.vouchers.reimbursements;

import org.jspecify.annotations.NullMarked;

/** The tables of reimbursement. */
@NullMarked
package be.quartier.vouchers.reimbursements.store;

import org.jspecify.annotations.NullMarked;

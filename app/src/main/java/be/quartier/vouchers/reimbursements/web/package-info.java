/** Pages of reimbursement: for finance and those who sign, and for the shops. */
@NullMarked
package be.quartier.vouchers.reimbursements.web;

import org.jspecify.annotations.NullMarked;

/**
 * Reminders of money left on a voucher, to addresses that families leave on the balance page.
 *
 * <p>Invariant: at most three for a last day, none once nothing is left, and none to who unsubscribed; another last day moves
 * those that have not left.
 */
@NullMarked
package be.quartier.vouchers.reminders;

import org.jspecify.annotations.NullMarked;

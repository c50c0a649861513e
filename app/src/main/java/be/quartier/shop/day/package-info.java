/**
 * A merchant's day beside the board: what to gather before orders are ready, what each day and month came to, what was paid and is
 * still to be paid.
 *
 * <p>Invariants: an order counts in one statement only, that of the day on which it was handed over, refused or cancelled; what a
 * statement says of amounts and VAT never changes afterwards, what it says of payments is as of now.
 */
@NullMarked
package be.quartier.shop.day;

import org.jspecify.annotations.NullMarked;

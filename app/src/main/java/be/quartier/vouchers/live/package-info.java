/**
 * What the town hall sees while a campaign runs: totals that move with each purchase, breakdowns in which nobody can be
 * recognised, and single households only with a written reason.
 *
 * <p>Invariant: no figure that is shown, and no sum or difference of shown figures, concerns fewer than five households.
 *
 * <p>Invariant: nothing here writes on the path of a purchase.
 */
@NullMarked
package be.quartier.vouchers.live;

import org.jspecify.annotations.NullMarked;

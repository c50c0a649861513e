/**
 * The end of a campaign: what is left on vouchers returns to it, the council gets its report, everyone gets the figures.
 *
 * <p>Invariant: a report made twice from the same state of the ledger has the same bytes.
 *
 * <p>Invariant: a campaign closes only when none of its vouchers can be spent any more.
 */
@NullMarked
package be.quartier.vouchers.closing;

import org.jspecify.annotations.NullMarked;

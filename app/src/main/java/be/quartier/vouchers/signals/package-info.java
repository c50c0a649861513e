/**
 * Signals of abuse for the commune's finance (<em>signaux</em>): patterns in what was spent that deserve a look, each with its
 * reason and its entries.
 *
 * <p>Invariants: a signal never blocks anything by itself; somebody looks, decides and writes why, and every look is kept;
 * settled signals are forgotten after a year.
 */
@NullMarked
@org.springframework.modulith.NamedInterface("signals")
package be.quartier.vouchers.signals;

import org.jspecify.annotations.NullMarked;

/** The tables of signals. */
@NullMarked
package be.quartier.vouchers.signals.store;

import org.jspecify.annotations.NullMarked;

/** The tables {@code proof_*}. */
@NullMarked
package be.quartier.vouchers.proof.store;

import org.jspecify.annotations.NullMarked;

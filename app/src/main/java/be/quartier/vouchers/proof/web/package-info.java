/** Applying with a proof, following it, and the desk of the town hall. */
@NullMarked
package be.quartier.vouchers.proof.web;

import org.jspecify.annotations.NullMarked;

/**
 * What merchants sell: products with their variants, pictures and stock, as their merchant enters and changes them.
 *
 * <p>Invariants: what is published has a picture, a price and a name; a merchant changes its own products only; every change of
 * state leaves a line in the trail.
 */
@NullMarked
@NamedInterface("catalogue")
package be.quartier.shop.catalogue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

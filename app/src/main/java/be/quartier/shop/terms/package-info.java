/**
 * On whose terms a shop sells in the shared shop: how its goods reach the buyer, by when, for how much at least and how it is
 * paid; and whether its front is open.
 *
 * <p>Invariants: an open front has at least one way to be paid that works; ways keep the merchant's own order; every change
 * leaves a line in the trail.
 */
@NullMarked
@org.springframework.modulith.NamedInterface("terms")
package be.quartier.shop.terms;

import org.jspecify.annotations.NullMarked;

/**
 * The basket (<em>panier</em>) and the way from it to an order, one thing per page, without an account and without JavaScript.
 *
 * <p>Invariants: what is in a basket is in a sealed cookie of the buyer's own browser and nowhere else; nothing is ordered, held or
 * written before the last page; the same last page sent twice orders once.
 */
@NullMarked
package be.quartier.shop.basket;

import org.jspecify.annotations.NullMarked;

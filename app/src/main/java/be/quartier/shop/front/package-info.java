/**
 * What buyers see: the search over everything on sale, the pages of merchants and of products.
 *
 * <p>Invariant: nothing is shown of a merchant that does not take part or has not opened its shop front, nor of a product that is
 * not published.
 */
@NullMarked
package be.quartier.shop.front;

import org.jspecify.annotations.NullMarked;

/**
 * What is on sale as catalogues of others read it: one file for Meta (Facebook, Instagram), one for Google, of the commune or of one
 * merchant.
 *
 * <p>Invariant: every article on sale passes {@link be.quartier.shop.feeds.FeedChecker}.
 */
@NullMarked
package be.quartier.shop.feeds;

import org.jspecify.annotations.NullMarked;

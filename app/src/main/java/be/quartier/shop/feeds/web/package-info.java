/** The files of the feeds, and the merchant's page about them. */
@NullMarked
package be.quartier.shop.feeds.web;

import org.jspecify.annotations.NullMarked;

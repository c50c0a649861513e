/** The public pages of the shop. */
@NullMarked
package be.quartier.shop.front.web;

import org.jspecify.annotations.NullMarked;

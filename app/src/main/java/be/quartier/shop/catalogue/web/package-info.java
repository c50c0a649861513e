/** The merchant's pages of its products. */
@NullMarked
package be.quartier.shop.catalogue.web;

import org.jspecify.annotations.NullMarked;

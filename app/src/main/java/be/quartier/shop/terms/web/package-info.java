/** The merchant's page of its terms. */
@NullMarked
package be.quartier.shop.terms.web;

import org.jspecify.annotations.NullMarked;

/**
 * Orders (<em>commandes</em>): one basket, many merchants, each with its own part, its own terms and its own ways of being paid.
 *
 * <p>Invariants: an order is placed whole or not at all; the same key places once and repeats its answer; what the legs of a
 * merchant's part come to is what its lines come to, to the cent; a part only moves along {@link MerchantState}; the money of a leg
 * goes from the customer to the merchant and never through the commune.
 */
@NullMarked
@NamedInterface("orders")
package be.quartier.shop.orders;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

/**
 * Online payments (<em>paiement en ligne</em>): a leg is paid at the merchant's own payment provider, with the merchant's own key.
 *
 * <p>Invariants: a callback is only a reason to ask; what counts is what the provider answers, and the answer to the latest
 * asking; asked any number of times in any order, a leg is paid and given back once. A key is sealed and never shown or logged.
 * The money goes from the customer to the merchant's account at the provider; the commune has none.
 */
@NullMarked
@NamedInterface("payments")
package be.quartier.shop.payments;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

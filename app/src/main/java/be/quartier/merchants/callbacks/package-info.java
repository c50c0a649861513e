/**
 * Pre-registration of shops: a short form, then a call from the town hall within one working day, and a yes or a no.
 *
 * <p>Invariants: an enterprise waits once and never beside a merchant that takes part; two officers never answer the same request
 * twice; a request is confirmed together with its merchant or not at all; what tells who asked ends on its day.
 */
@NullMarked
@org.springframework.modulith.NamedInterface("callbacks")
package be.quartier.merchants.callbacks;

import org.jspecify.annotations.NullMarked;

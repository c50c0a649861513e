/**
 * Delivery slots (<em>créneaux</em>): windows promised to customers, with as many places as bikes can serve.
 *
 * <p>Invariant: a slot is a reservable unit, so it is never given to more orders than it has places.
 */
@NullMarked
@NamedInterface("slots")
package be.quartier.shop.slots;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

/** Takes messages out of the outbox and hands them to their carriers. */
@NullMarked
@NamedInterface("delivery")
package be.quartier.messaging.delivery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

/** Takes messages out of the outbox and hands them to their carriers. */
@NullMarked
package be.quartier.messaging.delivery;

import org.jspecify.annotations.NullMarked;

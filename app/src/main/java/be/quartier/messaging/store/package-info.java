/** The tables of the outbox. */
@NullMarked
package be.quartier.messaging.store;

import org.jspecify.annotations.NullMarked;

/** The demonstration's mail server: it obeys the rules of a real one and can be told to fail. */
@NullMarked
package be.quartier.messaging.twin;

import org.jspecify.annotations.NullMarked;

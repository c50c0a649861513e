/** The security chain: who is asking, whether a form came from this site, and whether a handler allows it. */
@NullMarked
package be.quartier.people.gate;

import org.jspecify.annotations.NullMarked;

/**
 * Amounts and the Belgian identifiers that travel with them, as values that cannot be wrong once they exist.
 *
 * <p>Invariants: an amount is a whole number of euro cents and never overflows silently; an identifier of this package has
 * passed every check its issuer publishes; a national register number never leaves its object except as a keyed hash.
 * Plain Java: no framework, no clock, no I/O.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package be.quartier.money;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

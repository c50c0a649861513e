/**
 * The shops that take part: who they are, where they are open, which account they are paid on, and their tills.
 *
 * <p>Invariants: an enterprise number applies once; nobody takes part before the commune accepted them, nor takes vouchers before
 * they accepted the contract; a till's token exists here only as a keyed hash and stops counting the moment it is revoked; an account is paid on
 * only after a second person approved it and 48 hours have passed.
 */
@ApplicationModule(
        allowedDependencies = {"installation", "commune", "operations", "pages", "money", "people", "messaging", "paper"
        })
@NullMarked
package be.quartier.merchants;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

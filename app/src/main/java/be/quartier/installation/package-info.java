/**
 * The installation one operator runs: its data folder, its master key, its PostgreSQL, its clock and its identifiers.
 *
 * <p>Invariant: one process at a time holds a data folder. Invariant: the application's database role owns nothing and
 * cannot bypass row-level security. Invariant: nothing starts on a database that may lose an acknowledged commit.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package be.quartier.installation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

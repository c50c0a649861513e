/**
 * The first run of an empty installation: the operator names the first commune and its first administrator; later, communes that
 * join by invitation.
 *
 * <p>Invariant: the first run is open only while there is no commune, and only to whoever can read the console or the data folder.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"installation", "commune", "operations", "pages", "people", "messaging"})
package be.quartier.setup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * The first run of an empty installation: the operator names the first commune and its first administrator.
 *
 * <p>Invariant: open only while there is no commune, and only to whoever can read the console or the data folder.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"installation", "commune", "pages", "people"})
package be.quartier.setup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

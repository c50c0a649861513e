/**
 * What an operator watches: health, metrics, background work, where the server listens.
 *
 * <p>Invariant: no thread of background work outside {@link be.quartier.operations.Round}; none without a web server.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"installation", "commune"})
package be.quartier.operations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** What an operator watches: health, metrics, where the server listens. */
@NullMarked
@ApplicationModule(allowedDependencies = {"installation", "commune"})
package be.quartier.operations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

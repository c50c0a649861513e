/**
 * Communes and the region: who is the tenant of a request, what it is called, who may do what in it.
 *
 * <p>Invariant: a transaction sees and writes the rows of one commune, the one {@link be.quartier.commune.Tenancy} was
 * told; without one it sees none.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"installation"})
package be.quartier.commune;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * The demonstration: one invented region with two communes, its people, shops and registry extracts, and the pages that show them.
 *
 * <p>Invariant: nothing here runs unless the installation was filled as a demonstration. Invariant: the same seed and the same
 * day make the same region. Invariant: no commune, person, number or account in it is real: the names live in resource files.
 */
@ApplicationModule
@NullMarked
package be.quartier.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

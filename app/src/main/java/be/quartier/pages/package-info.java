/**
 * What every page is made of: views, texts in four languages, formats, forms, errors, the layout and its components.
 *
 * <p>Invariant: nothing a visitor typed is lost when a form is refused. Invariant: every answer, errors included,
 * carries the security headers of {@code web}. Invariant: no page asks another origin for anything.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"installation", "commune"})
package be.quartier.pages;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** The page of the first run. */
@NullMarked
package be.quartier.setup.web;

import org.jspecify.annotations.NullMarked;

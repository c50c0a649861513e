/** The application's entry point; every package below this one is a module. */
@NullMarked
package be.quartier;

import org.jspecify.annotations.NullMarked;

/** Fills an empty database with the invented region, through the same Java interfaces that the town hall's pages use. */
@NullMarked
package be.quartier.demo.fill;

import org.jspecify.annotations.NullMarked;

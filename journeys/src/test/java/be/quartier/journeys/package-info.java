/** Scenarios over the built product, as people and operators meet it. */
@NullMarked
package be.quartier.journeys;

import org.jspecify.annotations.NullMarked;

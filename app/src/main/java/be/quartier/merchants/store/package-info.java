/** The tables of merchants and tills. */
@NullMarked
package be.quartier.merchants.store;

import org.jspecify.annotations.NullMarked;

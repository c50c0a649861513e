/** The tables {@code registry_*}. */
@NullMarked
package be.quartier.vouchers.registry.store;

import org.jspecify.annotations.NullMarked;

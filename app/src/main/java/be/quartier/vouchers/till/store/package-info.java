/** The tills' own table. */
@NullMarked
package be.quartier.vouchers.till.store;

import org.jspecify.annotations.NullMarked;

/** The vouchers' tables. */
@NullMarked
package be.quartier.vouchers.store;

import org.jspecify.annotations.NullMarked;

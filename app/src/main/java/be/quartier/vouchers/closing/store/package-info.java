/** What closing reads of the vouchers' tables. */
@NullMarked
package be.quartier.vouchers.closing.store;

import org.jspecify.annotations.NullMarked;

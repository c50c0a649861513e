/** The tables of letters. */
@NullMarked
package be.quartier.vouchers.letters.store;

import org.jspecify.annotations.NullMarked;

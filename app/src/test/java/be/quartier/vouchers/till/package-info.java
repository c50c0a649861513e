/** The till as a phone meets it. */
@NullMarked
package be.quartier.vouchers.till;

import org.jspecify.annotations.NullMarked;

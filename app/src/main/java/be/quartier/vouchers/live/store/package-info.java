/** What the live figures read, and who looked at a household. */
@NullMarked
package be.quartier.vouchers.live.store;

import org.jspecify.annotations.NullMarked;

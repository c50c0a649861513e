/** The table {@code reminder_address}. */
@NullMarked
package be.quartier.vouchers.reminders.store;

import org.jspecify.annotations.NullMarked;

/** The campaigns' tables. */
@NullMarked
package be.quartier.vouchers.campaigns.store;

import org.jspecify.annotations.NullMarked;

/** What the family's page reads. */
@NullMarked
package be.quartier.vouchers.family.store;

import org.jspecify.annotations.NullMarked;

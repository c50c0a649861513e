/** The ledger's tables. */
@NullMarked
package be.quartier.ledger.store;

import org.jspecify.annotations.NullMarked;

/** Judges the rows of an extract and carries them into the database, numbers turned into keyed hashes on the way. */
@NullMarked
package be.quartier.vouchers.registry.intake;

import org.jspecify.annotations.NullMarked;

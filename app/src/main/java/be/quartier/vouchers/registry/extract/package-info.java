/** Reads the bytes of an extract, a row at a time, in memory that does not grow with the file. */
@NullMarked
package be.quartier.vouchers.registry.extract;

import org.jspecify.annotations.NullMarked;

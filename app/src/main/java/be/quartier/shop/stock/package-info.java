/**
 * What can be sold out: the stock of a variant, the places of a delivery slot; one mechanism for all.
 *
 * <p>Invariants: what is free of a unit is never below zero; free + held + sold = what was ever put in less what was taken out;
 * what is held ends at the latest five seconds after its time, whatever dies in between; the same key holds once.
 */
@NullMarked
@NamedInterface("stock")
package be.quartier.shop.stock;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

/**
 * The till (<em>caisse</em>): any phone that a shop turned into one takes vouchers here, with or without JavaScript.
 *
 * <p>Invariant: one scan makes one ticket, and a ticket pays at most once, however often its form is sent. Invariant: a
 * device idle for five minutes shows nothing until its secret number was typed.
 */
@NullMarked
package be.quartier.vouchers.till;

import org.jspecify.annotations.NullMarked;

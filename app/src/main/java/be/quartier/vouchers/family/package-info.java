/**
 * The family's page (<em>page de solde</em>): what is left on a voucher, where it was used, what to do when it is lost; opened
 * by the letter's QR code or typed code, without an account.
 *
 * <p>Invariants: a voucher's code is in no log, no page and no address after the first redirect; whoever guesses codes is
 * slowed down and learns nothing.
 */
@NullMarked
package be.quartier.vouchers.family;

import org.jspecify.annotations.NullMarked;

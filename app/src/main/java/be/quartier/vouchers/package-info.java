/**
 * Vouchers (<em>bons</em>) that a commune gives and its shops take: campaigns, issue, spends, refunds.
 *
 * <p>Invariants: a voucher's secrets are at rest only as keyed hashes; a spend takes money and writes its entry in one
 * transaction or refuses with a code; nothing on the spend path writes an event.
 */
@NullMarked
@ApplicationModule
package be.quartier.vouchers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * Voucher campaigns: what the council voted, who is entitled, and the acts that carry a campaign from draft to settled.
 *
 * <p>Invariant: nobody opens a campaign that the same person created or submitted.
 *
 * <p>Invariant: a verdict on a child names every rule that was looked at, and never rests on a national number.
 */
@NullMarked
@org.springframework.modulith.NamedInterface("campaigns")
package be.quartier.vouchers.campaigns;

import org.jspecify.annotations.NullMarked;

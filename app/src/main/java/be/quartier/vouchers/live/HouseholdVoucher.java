package be.quartier.vouchers.live;

import java.util.UUID;

/**
 * A voucher of a household that is looked at.
 *
 * @param voucher the voucher, also its account in the ledger
 * @param serial its printed number
 * @param initial first letter of the child's first name; empty for a voucher to bearer
 * @param state its state's stable word
 * @param faceCents its worth when issued
 */
public record HouseholdVoucher(UUID voucher, int serial, String initial, String state, long faceCents) {}

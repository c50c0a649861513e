package be.quartier.vouchers;

/**
 * A voucher and what is left on it.
 *
 * @param cents 0 or more
 */
public record Balance(Voucher voucher, long cents) {}

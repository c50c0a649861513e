package be.quartier.vouchers.reimbursements;

/**
 * How well the promise of ten days was kept.
 *
 * @param paid purchases that were paid
 * @param onTime those of them paid within the ten days
 */
public record OnTime(long paid, long onTime) {}

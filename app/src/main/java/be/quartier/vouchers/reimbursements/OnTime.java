package be.quartier.vouchers.reimbursements;

/**
 * How well the promise of ten days was kept.
 *
 * @param paid purchases that were paid
 * @param onTime those of them paid within the ten days
 */
public record OnTime(long paid, long onTime) {

    /** How many purchases must have been paid before the public is told a share: fewer say too much about one of them. */
    public static final int PUBLIC_FROM = 5;

    /** The share paid in time in whole percent, rounded down: 100 only when every one was. */
    public long percent() {
        return paid == 0 ? 0 : Math.floorDiv(onTime * 100, paid);
    }
}

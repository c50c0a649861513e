package be.quartier.vouchers.reimbursements;

/**
 * How well the promise of ten days is kept. What is still unpaid after ten days counts like what was paid late, so that
 * leaving a shop unpaid never makes the figure better.
 *
 * @param due purchases that were paid, early or late, and those that should have been by now
 * @param onTime those of them paid within the ten days
 */
public record OnTime(long due, long onTime) {

    /** How many purchases there must be before the public is told a share: fewer say too much about one of them. */
    public static final int PUBLIC_FROM = 5;

    /** The share paid in time in whole percent, rounded down: 100 only when every one was. */
    public long percent() {
        return due == 0 ? 0 : Math.floorDiv(onTime * 100, due);
    }
}

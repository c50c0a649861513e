package be.quartier.vouchers.live;

/**
 * The campaign's figures as a whole, in cents and numbers of vouchers.
 *
 * @param budgetCents what the council voted
 * @param issuedCents worth of all vouchers issued
 * @param spentCents spent in shops, net of what was given back
 * @param returnedCents back in the campaign from expired and cancelled vouchers
 * @param issued vouchers issued
 * @param used vouchers of which something was spent
 * @param purchases how many purchases
 */
public record LiveTotals(
        long budgetCents, long issuedCents, long spentCents, long returnedCents, int issued, int used, int purchases) {

    /** What is still on vouchers. */
    public long leftCents() {
        return issuedCents - spentCents - returnedCents;
    }
}

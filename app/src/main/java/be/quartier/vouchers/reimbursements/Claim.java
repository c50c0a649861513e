package be.quartier.vouchers.reimbursements;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What a campaign owes one shop and no run holds yet; may be negative after refunds, and then waits.
 *
 * @param attempt 1, or one more than that of the rejected payment this claim comes back from
 */
public record Claim(UUID merchant, int attempt, List<ClaimItem> items) {

    /** Days in which the commune promises to pay. */
    public static final int DAYS_PROMISED = 10;

    /** Day from the oldest purchase on which finance is warned. */
    public static final int DAYS_WARNED = 7;

    /** Copies the items. */
    public Claim {
        items = List.copyOf(items);
    }

    /** Purchases less refunds. */
    public long netCents() {
        long net = 0;
        for (ClaimItem item : items) {
            net = Math.addExact(net, item.amountCents());
        }
        return net;
    }

    /** The day of the oldest purchase, from which the ten days count; empty when there are only refunds. */
    public Optional<LocalDate> oldest() {
        return items.stream()
                .filter(item -> item.amountCents() > 0)
                .map(ClaimItem::day)
                .min(LocalDate::compareTo);
    }

    /** How many purchases it holds. */
    public int purchases() {
        return (int) items.stream().filter(item -> item.amountCents() > 0).count();
    }
}

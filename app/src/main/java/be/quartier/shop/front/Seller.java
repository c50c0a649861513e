package be.quartier.shop.front;

import be.quartier.merchants.Merchant;
import be.quartier.shop.OrderSource;
import be.quartier.shop.terms.Channels;
import java.time.LocalTime;
import java.util.Optional;
import java.util.Set;

/**
 * A merchant whose shop front is open.
 *
 * @param delivers whether it has its goods delivered
 * @param payments codes of the ways it lets itself be paid
 * @param story what it says of itself, may be empty
 */
public record Seller(Merchant merchant, boolean delivers, Set<String> payments, String story, Ordering ordering) {

    /**
     * How one orders from it.
     *
     * @param minimumCents of one order
     * @param cycleMinimumCents of the orders of all customers that close together; 0 for none
     */
    public record Ordering(Channels channels, long minimumCents, Optional<LocalTime> cutOff, long cycleMinimumCents) {}

    /** Copies the ways. */
    public Seller {
        payments = Set.copyOf(payments);
    }

    /** Whether it can be paid with vouchers of the commune. */
    public boolean takesVouchers() {
        return payments.contains("voucher");
    }

    /** Whether its goods go into the basket. */
    public boolean sellsHere() {
        return ordering.channels().take(OrderSource.WEB);
    }
}

package be.quartier.shop.front;

import be.quartier.merchants.Merchant;
import java.util.Set;

/**
 * A merchant whose shop front is open.
 *
 * @param delivers whether it has its goods delivered
 * @param payments codes of the ways it lets itself be paid
 * @param story what it says of itself, may be empty
 */
public record Seller(Merchant merchant, boolean delivers, Set<String> payments, String story) {

    /** Copies the ways. */
    public Seller {
        payments = Set.copyOf(payments);
    }

    /** Whether it can be paid with vouchers of the commune. */
    public boolean takesVouchers() {
        return payments.contains("voucher");
    }
}

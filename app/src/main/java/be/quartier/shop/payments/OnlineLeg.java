package be.quartier.shop.payments;

import java.util.Optional;

/**
 * How the online payment of a leg stands.
 *
 * @param last the state of the newest try
 * @param returningCents on its way back, not yet accepted by the provider
 * @param failedCents what the provider does not give back, so that the merchant must
 */
public record OnlineLeg(Optional<PaymentState> last, long returningCents, long failedCents) {

    /** Nobody has tried yet. */
    public static final OnlineLeg NONE = new OnlineLeg(Optional.empty(), 0, 0);
}

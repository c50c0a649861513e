package be.quartier.shop.payments;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One try to pay a leg.
 *
 * @param provider the provider's id of it, once it has one
 * @param checkout the address where it is paid, or empty
 */
public record OnlinePayment(
        UUID id,
        UUID leg,
        UUID merchant,
        long cents,
        PaymentState state,
        Optional<String> provider,
        String checkout,
        long refundedCents,
        Instant createdAt) {}

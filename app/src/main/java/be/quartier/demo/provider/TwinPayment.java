package be.quartier.demo.provider;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A payment at the twin.
 *
 * @param account the key under which it was made
 * @param status in the provider's words
 */
public record TwinPayment(
        String id,
        String account,
        String description,
        long cents,
        String status,
        URI redirect,
        Optional<URI> webhook,
        Object metadata,
        Instant createdAt,
        List<Refund> refunds) {

    /** Copies. */
    public TwinPayment {
        refunds = List.copyOf(refunds);
    }

    /** Money given back. */
    public record Refund(String id, long cents, String status, Object metadata) {

        Refund status(String now) {
            return new Refund(id, cents, now, metadata);
        }

        boolean counts() {
            return !status.equals("failed") && !status.equals("canceled");
        }
    }

    /** Whether the customer can still decide. */
    public boolean open() {
        return status.equals("open");
    }

    /** What went back, or is on its way. */
    public long refundedCents() {
        return refunds.stream().filter(Refund::counts).mapToLong(Refund::cents).sum();
    }

    TwinPayment status(String now) {
        return new TwinPayment(id, account, description, cents, now, redirect, webhook, metadata, createdAt, refunds);
    }

    TwinPayment refunds(List<Refund> now) {
        return new TwinPayment(id, account, description, cents, status, redirect, webhook, metadata, createdAt, now);
    }
}

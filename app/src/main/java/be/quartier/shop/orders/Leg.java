package be.quartier.shop.orders;

import be.quartier.money.Ogm;
import be.quartier.shop.Modality;
import java.util.Optional;
import java.util.UUID;

/**
 * One way in which a merchant is paid for its part.
 *
 * @param amountCents what it comes to now
 * @param reference the structured communication of a transfer, twelve digits; else empty
 * @param hold what the ledger keeps of a voucher
 */
public record Leg(
        UUID id,
        Modality modality,
        long amountCents,
        long paidCents,
        long refundedCents,
        String reference,
        Optional<UUID> hold) {

    /** What is still to be paid; below zero what is to be given back. */
    public long dueCents() {
        return amountCents - paidCents + refundedCents;
    }

    /** The structured communication of a transfer, as people write it; else empty. */
    public String communication() {
        return reference.isEmpty() ? "" : new Ogm(reference).formatted();
    }

    Leg held(UUID by) {
        return new Leg(id, modality, amountCents, paidCents, refundedCents, reference, Optional.of(by));
    }

    Leg amount(long cents) {
        return new Leg(id, modality, cents, paidCents, refundedCents, reference, hold);
    }
}

package be.quartier.shop.payments;

import java.util.UUID;

/** Whom online payments are for: told, inside the transaction that notes it, what came in and went back for one leg. */
public interface PaidLegs {

    /** What the provider says now of a leg: everything paid, everything given back, by the provider or by hand. */
    void changed(UUID leg, long paidCents, long refundedCents);

    /** The provider does not give money back; the merchant has to. */
    void notRefunded(UUID leg, long cents);
}

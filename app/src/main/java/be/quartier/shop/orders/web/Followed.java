package be.quartier.shop.orders.web;

import be.quartier.shop.Modality;
import be.quartier.shop.orders.Leg;
import be.quartier.shop.orders.MerchantOrder;
import be.quartier.shop.payments.OnlineLeg;
import be.quartier.shop.payments.PaymentState;
import java.util.List;
import java.util.Optional;

/**
 * One merchant's part, as the customer follows it.
 *
 * @param address where it is fetched
 * @param missingCents what its open cycle still lacks; until then nothing is to be paid, for it may have to come back
 */
public record Followed(
        MerchantOrder part,
        String merchant,
        String address,
        boolean cancellable,
        long missingCents,
        List<Payment> payments) {

    /** Copies. */
    public Followed {
        payments = List.copyOf(payments);
    }

    /** The tone of the state. */
    public String tone() {
        return switch (part.state()) {
            case REFUSED, CANCELLED -> "brick";
            case PLACED, PARTLY -> "ochre";
            case ACCEPTED, READY, DROPPED, PACKED, OUT, DELIVERED, SETTLED -> "plate";
        };
    }

    /**
     * A leg with what pays it.
     *
     * @param qr the code that banking applications read, as SVG
     * @param link the merchant's own page
     * @param online how an online payment stands
     */
    public record Payment(
            Leg leg,
            Optional<String> qr,
            String holder,
            String account,
            String reference,
            Optional<String> link,
            OnlineLeg online) {

        /** Whether the customer can pay it online now. */
        public boolean payable() {
            return leg.modality() == Modality.ONLINE && leg.dueCents() > 0 && !waits();
        }

        /** Whether the customer paid and the provider has not said so yet. */
        public boolean waits() {
            return leg.dueCents() > 0
                    && online.last()
                            .filter(state -> state == PaymentState.PENDING || state == PaymentState.AUTHORIZED)
                            .isPresent();
        }

        /** Whether the last try came to nothing. */
        public boolean lost() {
            return payable() && online.last().filter(PaymentState::lost).isPresent();
        }

        /** The text key of where it stands. */
        public String key() {
            if (leg.dueCents() < 0) {
                return "orders.leg.back";
            }
            return leg.dueCents() > 0 ? "orders.leg.due" : "orders.leg.paid";
        }
    }
}

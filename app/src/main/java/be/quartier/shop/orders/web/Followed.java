package be.quartier.shop.orders.web;

import be.quartier.shop.orders.Leg;
import be.quartier.shop.orders.MerchantOrder;
import java.util.List;
import java.util.Optional;

/**
 * One merchant's part, as the customer follows it.
 *
 * @param address where it is fetched
 */
public record Followed(
        MerchantOrder part, String merchant, String address, boolean cancellable, List<Payment> payments) {

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
     */
    public record Payment(
            Leg leg, Optional<String> qr, String holder, String account, String reference, Optional<String> link) {

        /** The text key of where it stands. */
        public String key() {
            if (leg.dueCents() < 0) {
                return "orders.leg.back";
            }
            return leg.dueCents() > 0 ? "orders.leg.due" : "orders.leg.paid";
        }
    }
}

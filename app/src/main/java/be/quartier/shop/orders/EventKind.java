package be.quartier.shop.orders;

import java.util.Locale;

/** What can happen to a merchant's part of an order. */
public enum EventKind {
    /** The customer ordered. */
    PLACED,
    /** The merchant has all of it. */
    ACCEPTED,
    /** The merchant has some of it. */
    PARTLY,
    /** The merchant has none of it. */
    REFUSED,
    /** The customer took it back. */
    CANCELLED,
    /** It is prepared. */
    READY,
    /** It is at the warehouse. */
    DROPPED,
    /** It is in the parcel. */
    PACKED,
    /** It is on its way. */
    OUT,
    /** The customer has it. */
    DELIVERED,
    /** Delivered and paid. */
    SETTLED,
    /** One line is missing. */
    LINE_REFUSED,
    /** A line was weighed. */
    WEIGHED,
    /** A line weighs more than the customer agreed to. */
    ASKED,
    /** The customer takes the heavier line. */
    AGREED,
    /** The customer does not. */
    DECLINED,
    /** The merchant was paid. */
    PAID,
    /** The merchant gave back. */
    REFUNDED,
    /** The customer paid online. */
    PAID_ONLINE,
    /** What was paid online too much is on its way back. */
    REFUND_ASKED,
    /** The provider does not give it back: the merchant has to. */
    REFUND_FAILED,
    /** The merchant asks whether another article may take the place of a missing one. */
    PROPOSED,
    /** Another article took the place of a missing one, as the terms allow. */
    REPLACED,
    /** The customer takes the other article. */
    SWAP_AGREED,
    /** The customer does not. */
    SWAP_DECLINED,
    /** The customer did not say in time. */
    SWAP_LAPSED,
    /** The orders that closed together stayed below the merchant's minimum: cancelled. */
    MINIMUM_MISSED;

    /** The name in rows and texts. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static EventKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    static EventKind of(MerchantState state) {
        return valueOf(state.name());
    }

    /** Whether anybody is written to about it. */
    boolean told() {
        return toldToCustomer() || toldToMerchant();
    }

    /** Whether the customer is written to about it. */
    boolean toldToCustomer() {
        return switch (this) {
            case ACCEPTED, PARTLY, REFUSED, CANCELLED, READY, OUT, LINE_REFUSED, ASKED, REFUNDED, PAID_ONLINE -> true;
            case PLACED, DROPPED, PACKED, DELIVERED, SETTLED, WEIGHED, AGREED, DECLINED, PAID -> false;
            case REFUND_ASKED, REFUND_FAILED, SWAP_AGREED, SWAP_DECLINED -> false;
            case PROPOSED, REPLACED, SWAP_LAPSED, MINIMUM_MISSED -> true;
        };
    }

    /** Whether the merchant is written to about it. */
    boolean toldToMerchant() {
        return switch (this) {
            case PLACED, CANCELLED, AGREED, DECLINED, PAID_ONLINE, REFUND_FAILED -> true;
            case ACCEPTED, PARTLY, REFUSED, READY, DROPPED, PACKED, OUT, DELIVERED, SETTLED -> false;
            case LINE_REFUSED, WEIGHED, ASKED, PAID, REFUNDED, REFUND_ASKED -> false;
            case SWAP_AGREED, SWAP_DECLINED, SWAP_LAPSED, MINIMUM_MISSED -> true;
            case PROPOSED, REPLACED -> false;
        };
    }
}

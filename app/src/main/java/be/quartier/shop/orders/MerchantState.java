package be.quartier.shop.orders;

import java.util.Locale;
import java.util.Set;

/** Where one merchant's part of an order stands, and where it can go from there. */
public enum MerchantState {
    /** The merchant has not answered yet. */
    PLACED,
    /** The merchant has all of it. */
    ACCEPTED,
    /** The merchant has some of it. */
    PARTLY,
    /** The merchant has none of it. */
    REFUSED,
    /** The customer took it back in time. */
    CANCELLED,
    /** Prepared, at the merchant's. */
    READY,
    /** Brought to the warehouse. */
    DROPPED,
    /** In the customer's parcel. */
    PACKED,
    /** On a bike. */
    OUT,
    /** In the customer's hands. */
    DELIVERED,
    /** Delivered, and every leg paid. */
    SETTLED;

    /** The name in rows and texts. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The state of a name. */
    public static MerchantState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** Where it can go from here. */
    public Set<MerchantState> next() {
        return switch (this) {
            case PLACED -> Set.of(ACCEPTED, PARTLY, REFUSED, CANCELLED);
            case ACCEPTED -> Set.of(PARTLY, REFUSED, CANCELLED, READY);
            case PARTLY -> Set.of(REFUSED, CANCELLED, READY);
            case READY -> Set.of(DROPPED, DELIVERED);
            case DROPPED -> Set.of(PACKED);
            case PACKED -> Set.of(OUT);
            case OUT -> Set.of(DELIVERED);
            case DELIVERED -> Set.of(SETTLED);
            case REFUSED, CANCELLED, SETTLED -> Set.of();
        };
    }

    /** Whether the merchant still decides about its lines. */
    public boolean prepares() {
        return this == PLACED || this == ACCEPTED || this == PARTLY;
    }

    /** Whether nothing is to be handed over any more. */
    public boolean over() {
        return next().isEmpty() || this == DELIVERED;
    }
}

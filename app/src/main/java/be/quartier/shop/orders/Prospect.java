package be.quartier.shop.orders;

import be.quartier.shop.orders.PlaceOutcome.Refused;

/** What placing an order would come to. */
public sealed interface Prospect {
    /** It can be placed. */
    record Fits(Draft draft) implements Prospect {}

    /** It cannot. */
    record Not(Refused refused) implements Prospect {}
}

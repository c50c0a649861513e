package be.quartier.shop.day.web;

import be.quartier.shop.Modality;
import be.quartier.shop.orders.Leg;
import be.quartier.shop.orders.MerchantOrder;

/** One way in which an order is paid. */
public record Payment(MerchantOrder part, Leg leg) {

    /** Whether the merchant itself sees the money come or go, and says so; the ledger and the provider say it of theirs. */
    public boolean byHand() {
        return leg.modality() != Modality.VOUCHER && leg.modality() != Modality.ONLINE;
    }
}

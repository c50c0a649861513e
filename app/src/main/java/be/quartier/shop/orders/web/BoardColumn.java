package be.quartier.shop.orders.web;

import be.quartier.shop.orders.MerchantOrder;
import java.util.List;

/** Parts of orders that stand alike on a merchant's board. */
public record BoardColumn(String key, String tone, List<MerchantOrder> parts) {

    /** Copies. */
    public BoardColumn {
        parts = List.copyOf(parts);
    }
}

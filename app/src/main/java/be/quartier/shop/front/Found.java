package be.quartier.shop.front;

import be.quartier.shop.catalogue.Product;
import java.util.List;
import java.util.Optional;

/**
 * A page of results.
 *
 * @param products best first
 * @param next where the next page begins, when there is one
 * @param meant the words looked for where what was asked is nowhere; empty when it was found as asked
 */
public record Found(List<Product> products, Optional<Place> next, String meant) {

    /** Copies the products. */
    public Found {
        products = List.copyOf(products);
    }
}

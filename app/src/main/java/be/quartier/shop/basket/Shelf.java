package be.quartier.shop.basket;

import be.quartier.shop.orders.Draft;
import be.quartier.shop.orders.SellingTerms;
import java.util.List;

/** What a basket holds of one merchant. */
public record Shelf(SellingTerms terms, List<Draft.Line> lines) {

    /** Copies. */
    public Shelf {
        lines = List.copyOf(lines);
    }

    /** What it comes to, deposits included. */
    public long cents() {
        return lines.stream().mapToLong(Draft.Line::cents).sum();
    }

    /** What is missing to the merchant's minimum; zero when it is reached. */
    public long missingCents() {
        return Math.max(
                0,
                terms.minimumCents()
                        - lines.stream().mapToLong(Draft.Line::goodsCents).sum());
    }
}

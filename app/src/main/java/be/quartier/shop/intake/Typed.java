package be.quartier.shop.intake;

import be.quartier.shop.Modality;
import be.quartier.shop.orders.Draft;
import be.quartier.shop.orders.Offer;
import be.quartier.shop.orders.SellingTerms;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What an intake page shows of the goods.
 *
 * @param found what the words found, without what was chosen
 * @param chosen with a quantity
 * @param sellers of what was chosen, whose terms hold
 * @param shops the names of merchants
 */
public record Typed(List<Offer> found, List<Draft.Line> chosen, List<SellingTerms> sellers, Map<UUID, String> shops) {

    /** Copies. */
    public Typed {
        found = List.copyOf(found);
        chosen = List.copyOf(chosen);
        sellers = List.copyOf(sellers);
        shops = Map.copyOf(shops);
    }

    /** What it comes to. */
    public long cents() {
        return chosen.stream().mapToLong(Draft.Line::cents).sum();
    }

    /** The name of whoever sells an offer. */
    public String seller(Offer offer) {
        return shops.getOrDefault(offer.merchant(), "");
    }

    /** How a merchant can be paid. */
    public List<Modality> ways(SellingTerms terms, boolean brought) {
        return IntakeForm.ways(terms, brought);
    }
}

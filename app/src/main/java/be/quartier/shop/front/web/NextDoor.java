package be.quartier.shop.front.web;

import be.quartier.commune.Commune;
import be.quartier.commune.Tenancy;
import be.quartier.merchants.Merchant;
import be.quartier.shop.front.Search;
import be.quartier.shop.front.Seller;
import be.quartier.shop.front.Sellers;
import be.quartier.shop.sharing.Sharing;
import be.quartier.shop.sharing.Sharing.Neighbour;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What shops of other communes show here by agreement; each commune is read inside its own tenancy. */
@Component
public class NextDoor {

    private static final int SHOWN = 8;

    private final Sharing sharing;
    private final Sellers sellers;
    private final Search search;

    NextDoor(Sharing sharing, Sellers sellers, Search search) {
        this.sharing = sharing;
        this.sellers = sellers;
        this.search = search;
    }

    /**
     * Goods of a neighbour's shops.
     *
     * @param commune where they are sold and ordered
     */
    public record Goods(Commune commune, List<Card> cards) {
        /** Copies. */
        public Goods {
            cards = List.copyOf(cards);
        }
    }

    /** What fits these words, of the sellers wanted; neighbours with nothing to show are left out. Outside any transaction. */
    List<Goods> goods(String words, UnaryOperator<List<Seller>> wanted) {
        return sharing.neighbours().stream()
                .map(next ->
                        Tenancy.in(next.commune().id(), () -> new Goods(next.commune(), cards(next, words, wanted))))
                .filter(goods -> !goods.cards().isEmpty())
                .toList();
    }

    private List<Card> cards(Neighbour next, String words, UnaryOperator<List<Seller>> wanted) {
        List<Seller> there = sellers.all().stream()
                .filter(seller -> next.merchants().contains(seller.merchant().id()))
                .toList();
        Map<UUID, String> names = wanted.apply(there).stream()
                .map(Seller::merchant)
                .collect(Collectors.toMap(Merchant::id, Merchant::name));
        return search.find(words, names.keySet(), Optional.empty()).products().stream()
                .limit(SHOWN)
                .map(product -> new Card(product, names.getOrDefault(product.merchant(), "")))
                .toList();
    }
}

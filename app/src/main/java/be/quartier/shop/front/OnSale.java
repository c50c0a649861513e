package be.quartier.shop.front;

import be.quartier.shop.orders.Offer;
import be.quartier.shop.orders.Offers;
import be.quartier.shop.orders.SellingTerms;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** What can be ordered now, found by its words: the search of the shop for those who fill a basket for somebody else. */
@Service
public class OnSale {

    private static final int WORDS_MAX = 80;

    private final Search search;
    private final Sellers sellers;
    private final Offers offers;

    OnSale(Search search, Sellers sellers, Offers offers) {
        this.search = search;
        this.sellers = sellers;
        this.offers = offers;
    }

    /** The offers that fit the words best, of one merchant or of all; without words the newest; one page of products. */
    public List<Offer> find(String words, Optional<UUID> merchant) {
        List<UUID> among = merchant.map(List::of)
                .orElseGet(() -> sellers.all().stream()
                        .map(seller -> seller.merchant().id())
                        .toList());
        String asked = words.substring(0, Math.min(WORDS_MAX, words.length()));
        List<UUID> variants = search.find(asked, among, Optional.empty()).products().stream()
                .flatMap(product -> product.variants().stream())
                .map(variant -> variant.id())
                .toList();
        return List.copyOf(these(variants).values());
    }

    /** Those of these variants that can be ordered now, in their order. */
    public Map<UUID, Offer> these(Collection<UUID> variants) {
        Map<UUID, Offer> found = offers.offers(variants);
        Map<UUID, SellingTerms> terms = offers.terms(
                found.values().stream().map(Offer::merchant).distinct().toList());
        Map<UUID, Offer> sold = new LinkedHashMap<>();
        variants.stream()
                .map(found::get)
                .filter(Objects::nonNull)
                .filter(offer -> terms.containsKey(offer.merchant()))
                .forEach(offer -> sold.put(offer.variant(), offer));
        return sold;
    }
}

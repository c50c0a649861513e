package be.quartier.shop.feeds;

import be.quartier.commune.Brussels;
import be.quartier.commune.Commune;
import be.quartier.commune.Tenancy;
import be.quartier.installation.PublicAddress;
import be.quartier.shop.catalogue.Catalogue;
import be.quartier.shop.catalogue.Product;
import be.quartier.shop.catalogue.ProductState;
import be.quartier.shop.catalogue.Unit;
import be.quartier.shop.catalogue.Variant;
import be.quartier.shop.feeds.FeedItem.Availability;
import be.quartier.shop.front.Seller;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Service;

/** The articles of the sellers of the commune of {@link Tenancy}, a page of products at a time. */
@Service
public class Feeds {

    private static final int AT_ONCE = 200;
    private static final int TITLE_MAX = 150;

    private final Catalogue catalogue;
    private final Clock clock;
    private final String site;

    Feeds(Catalogue catalogue, Clock clock, Environment environment) {
        this.catalogue = catalogue;
        this.clock = clock;
        this.site = PublicAddress.of(environment);
    }

    /** Gives every article on sale of these sellers, newest first for each. */
    public void each(Commune commune, Collection<Seller> sellers, Consumer<FeedItem> taker) {
        LocalDate today = Brussels.today(clock);
        for (Seller seller : sellers) {
            UUID before = Catalogue.NEWEST;
            List<Product> page;
            do {
                page = catalogue.of(seller.merchant().id(), "", Optional.of(ProductState.PUBLISHED), before, AT_ONCE);
                for (Product product : page) {
                    before = product.id();
                    product.variants().forEach(variant -> taker.accept(item(commune, seller, product, variant, today)));
                }
            } while (page.size() == AT_ONCE);
        }
    }

    private FeedItem item(Commune commune, Seller seller, Product product, Variant variant, LocalDate today) {
        String shop = site + "/" + commune.slug() + "/shop";
        String name = product.facts().name()
                + (variant.facts().name().isEmpty()
                        ? ""
                        : ", " + variant.facts().name());
        String said = product.facts().description().replaceAll("\\s+", " ").strip();
        return new FeedItem(
                variant.id().toString(),
                product.id().toString(),
                name.substring(0, Math.min(TITLE_MAX, name.length())),
                said.isEmpty() ? name + " – " + seller.merchant().name() : said,
                availability(product, variant, today),
                variant.facts().priceCents(),
                variant.facts().unit() == Unit.KILOGRAM,
                shop + "/p/" + product.id(),
                product.photo()
                        .map(photo -> shop + "/photo/" + photo + "/feed.jpg")
                        .orElse(""),
                product.facts().brand().isEmpty()
                        ? seller.merchant().name()
                        : product.facts().brand(),
                product.facts().gtin(),
                seller.merchant().id().toString());
    }

    private static Availability availability(Product product, Variant variant, LocalDate today) {
        if (!product.inSeason(today) || variant.soldOut()) {
            return Availability.OUT_OF_STOCK;
        }
        return variant.available().isPresent() ? Availability.IN_STOCK : Availability.TO_ORDER;
    }
}

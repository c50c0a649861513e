package be.quartier.shop.front.web;

import be.quartier.commune.Allows;
import be.quartier.commune.Brussels;
import be.quartier.commune.Commune;
import be.quartier.commune.Visitor;
import be.quartier.installation.PublicAddress;
import be.quartier.pages.Problem;
import be.quartier.pages.View;
import be.quartier.shop.catalogue.Catalogue;
import be.quartier.shop.catalogue.Gallery;
import be.quartier.shop.catalogue.Photo;
import be.quartier.shop.catalogue.PhotoSize;
import be.quartier.shop.catalogue.Product;
import be.quartier.shop.front.Seller;
import be.quartier.shop.front.Sellers;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.core.env.Environment;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** The page of a product, and its picture. */
@Controller
@RequestMapping("/{commune}/shop")
class ProductPage {

    private static final Duration KEPT = Duration.ofDays(365);

    private final Catalogue catalogue;
    private final Gallery gallery;
    private final Sellers sellers;
    private final Clock clock;
    private final String site;

    ProductPage(Catalogue catalogue, Gallery gallery, Sellers sellers, Clock clock, Environment environment) {
        this.catalogue = catalogue;
        this.gallery = gallery;
        this.sellers = sellers;
        this.clock = clock;
        this.site = PublicAddress.of(environment);
    }

    @GetMapping("/p/{id}")
    @Allows(everyone = true)
    View product(@PathVariable UUID id, Commune commune) {
        Product product = catalogue
                .find(id)
                .filter(Product::published)
                .orElseThrow(() -> Problem.notFound().raised());
        Seller seller = sellers.find(product.merchant())
                .orElseThrow(() -> Problem.notFound().raised());
        boolean inSeason = product.inSeason(Brussels.today(clock));
        return View.of(
                "shop/front/product",
                Map.of(
                        "product", product,
                        "seller", seller,
                        "site", site,
                        "inSeason", inSeason,
                        "photos", gallery.of(product.merchant(), Optional.of(id)),
                        "data", ProductData.json(site, commune, product, seller, inSeason)));
    }

    /** A picture of what everyone may see, or of a merchant's own product; a new picture has a new address. */
    @GetMapping("/photo/{photo}/{size}.jpg")
    @Allows(everyone = true)
    ResponseEntity<byte[]> photo(@PathVariable UUID photo, @PathVariable String size, Visitor visitor) {
        Photo found = PhotoSize.of(size)
                .flatMap(wanted -> catalogue.photo(photo, wanted))
                .orElseThrow(() -> Problem.notFound().raised());
        boolean open = found.product().published();
        if (!open
                && visitor.merchant().filter(found.product().merchant()::equals).isEmpty()) {
            throw Problem.notFound().raised();
        }
        CacheControl kept = open ? CacheControl.maxAge(KEPT).cachePublic().immutable() : CacheControl.noStore();
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .cacheControl(kept)
                .header("Cross-Origin-Resource-Policy", open ? "cross-origin" : "same-origin")
                .body(found.file());
    }
}

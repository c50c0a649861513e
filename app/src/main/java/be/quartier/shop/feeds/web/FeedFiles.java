package be.quartier.shop.feeds.web;

import be.quartier.commune.Allows;
import be.quartier.commune.Commune;
import be.quartier.commune.Language;
import be.quartier.commune.Role;
import be.quartier.commune.Visitor;
import be.quartier.installation.PublicAddress;
import be.quartier.pages.Problem;
import be.quartier.pages.View;
import be.quartier.shop.feeds.FeedChecker;
import be.quartier.shop.feeds.Feeds;
import be.quartier.shop.feeds.GoogleFeed;
import be.quartier.shop.feeds.MetaFeed;
import be.quartier.shop.front.Seller;
import be.quartier.shop.front.Sellers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
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

/** The catalogues for Meta and Google, of the whole commune and of each merchant; they are fetched at most once an hour. */
@Controller
class FeedFiles {

    private static final Duration FRESH = Duration.ofMinutes(15);

    private final Feeds feeds;
    private final Sellers sellers;
    private final String site;

    FeedFiles(Feeds feeds, Sellers sellers, Environment environment) {
        this.feeds = feeds;
        this.sellers = sellers;
        this.site = PublicAddress.of(environment);
    }

    @GetMapping("/{commune}/shop/meta.csv")
    @Allows(everyone = true)
    ResponseEntity<byte[]> meta(Commune commune) {
        return csv(meta(commune, sellers.all()));
    }

    @GetMapping("/{commune}/shop/m/{merchant}/meta.csv")
    @Allows(everyone = true)
    ResponseEntity<byte[]> metaOf(@PathVariable UUID merchant, Commune commune) {
        return csv(meta(commune, List.of(seller(merchant))));
    }

    @GetMapping("/{commune}/shop/google.xml")
    @Allows(everyone = true)
    ResponseEntity<byte[]> google(Commune commune) {
        return xml(google(commune, commune.name(Language.FR), sellers.all()));
    }

    @GetMapping("/{commune}/shop/m/{merchant}/google.xml")
    @Allows(everyone = true)
    ResponseEntity<byte[]> googleOf(@PathVariable UUID merchant, Commune commune) {
        Seller seller = seller(merchant);
        return xml(google(commune, seller.merchant().name(), List.of(seller)));
    }

    /** Where a merchant finds the addresses of its own feeds, and whether each article would be taken. */
    @GetMapping("/{commune}/merchant/feeds")
    @Allows(Role.MERCHANT)
    View page(Visitor visitor, Commune commune) {
        UUID merchant = visitor.merchant().orElseThrow(() -> Problem.forbidden().raised());
        Optional<Seller> seller = sellers.find(merchant);
        List<Seller> only = seller.stream().toList();
        String shop = site + "/" + commune.slug() + "/shop/m/" + merchant;
        return View.of(
                "shop/feeds/feeds",
                Map.of(
                        "open", seller.isPresent(),
                        "meta", shop + "/meta.csv",
                        "google", shop + "/google.xml",
                        "checkedMeta", FeedChecker.meta(meta(commune, only)),
                        "checkedGoogle", FeedChecker.google(google(commune, commune.name(Language.FR), only))));
    }

    private String meta(Commune commune, List<Seller> of) {
        var csv = new StringBuilder(MetaFeed.head());
        feeds.each(commune, of, item -> csv.append(MetaFeed.line(item)));
        return csv.toString();
    }

    private String google(Commune commune, String title, List<Seller> of) {
        var xml = new StringBuilder(GoogleFeed.head(title, site + "/" + commune.slug() + "/shop"));
        feeds.each(commune, of, item -> xml.append(GoogleFeed.item(item)));
        return xml.append(GoogleFeed.foot()).toString();
    }

    private Seller seller(UUID merchant) {
        return sellers.find(merchant).orElseThrow(() -> Problem.notFound().raised());
    }

    private static ResponseEntity<byte[]> csv(String text) {
        return file(text, new MediaType("text", "csv", StandardCharsets.UTF_8));
    }

    private static ResponseEntity<byte[]> xml(String text) {
        return file(text, new MediaType("application", "xml", StandardCharsets.UTF_8));
    }

    private static ResponseEntity<byte[]> file(String text, MediaType type) {
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.maxAge(FRESH).cachePublic())
                .body(text.getBytes(StandardCharsets.UTF_8));
    }
}

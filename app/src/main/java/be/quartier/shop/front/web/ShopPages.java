package be.quartier.shop.front.web;

import be.quartier.commune.Allows;
import be.quartier.commune.Brussels;
import be.quartier.commune.Commune;
import be.quartier.commune.Language;
import be.quartier.merchants.Trade;
import be.quartier.merchants.Trades;
import be.quartier.pages.Choice;
import be.quartier.pages.Form;
import be.quartier.pages.Problem;
import be.quartier.pages.Texts;
import be.quartier.pages.View;
import be.quartier.shop.catalogue.Gallery;
import be.quartier.shop.catalogue.Product;
import be.quartier.shop.front.Found;
import be.quartier.shop.front.Place;
import be.quartier.shop.front.Search;
import be.quartier.shop.front.Seller;
import be.quartier.shop.front.Sellers;
import be.quartier.shop.terms.ShopPhotos;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** The shop: everything on sale, searched and filtered, and the page of each merchant. */
@Controller
@RequestMapping("/{commune}/shop")
class ShopPages {

    private static final int WORDS_MAX = 120;

    private final Search search;
    private final Sellers sellers;
    private final Trades trades;
    private final Texts texts;
    private final Clock clock;
    private final ShopPhotos photos;
    private final NextDoor nextDoor;
    private final Gallery gallery;

    ShopPages(
            Search search,
            Sellers sellers,
            Trades trades,
            Texts texts,
            Clock clock,
            ShopPhotos photos,
            NextDoor nextDoor,
            Gallery gallery) {
        this.gallery = gallery;
        this.photos = photos;
        this.nextDoor = nextDoor;
        this.search = search;
        this.sellers = sellers;
        this.trades = trades;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping
    @Allows(everyone = true)
    View list(Commune commune, Language language, Form form) {
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), Brussels.ZONE);
        List<Seller> all = sellers.all();
        Predicate<Seller> wanted =
                seller -> (!form.has("trade") || seller.merchant().trade().equals(form.text("trade")))
                        && (!form.chosen("open", "yes") || seller.merchant().openAt(now))
                        && (!form.chosen("delivers", "yes") || seller.delivers())
                        && (!form.chosen("vouchers", "yes") || seller.takesVouchers());
        List<Seller> chosen = all.stream().filter(wanted).toList();
        Found found = find(form, chosen);
        List<Seller> shown = form.has("from") || form.has("q") ? List.of() : chosen;
        return View.of(
                "shop/front/shop",
                Map.of(
                        "form",
                        form,
                        "cards",
                        cards(found.products(), all),
                        "meant",
                        found.meant(),
                        "sellers",
                        shown,
                        "trades",
                        names(language),
                        "nextDoor",
                        form.has("from") ? List.of() : nextDoor.goods(words(form), wanted),
                        "choices",
                        choices(all, language),
                        "empty",
                        all.isEmpty(),
                        "filtered",
                        filtered(form),
                        "next",
                        found.next()
                                .map(place -> "/" + commune.slug() + "/shop?" + query(form) + "from=" + place.text())
                                .orElse("")));
    }

    @GetMapping("/m/{merchant}")
    @Allows(everyone = true)
    View merchant(@PathVariable UUID merchant, Commune commune, Language language, Form form) {
        Seller seller =
                sellers.find(merchant).orElseThrow(() -> Problem.notFound().raised());
        Found found = find(form, List.of(seller));
        return View.of(
                "shop/front/merchant",
                Map.of(
                        "form",
                        form,
                        "photo",
                        photos.of(merchant).map(UUID::toString).orElse(""),
                        "photos",
                        gallery.of(merchant, Optional.empty()),
                        "seller",
                        seller,
                        "trade",
                        names(language).getOrDefault(seller.merchant().trade(), ""),
                        "cards",
                        cards(found.products(), List.of(seller)),
                        "meant",
                        found.meant(),
                        "now",
                        LocalDateTime.ofInstant(clock.instant(), Brussels.ZONE),
                        "next",
                        found.next()
                                .map(place -> "/" + commune.slug() + "/shop/m/" + merchant + "?" + query(form) + "from="
                                        + place.text())
                                .orElse("")));
    }

    private Found find(Form form, List<Seller> among) {
        return search.find(
                words(form),
                among.stream().map(seller -> seller.merchant().id()).toList(),
                Place.of(form.text("from")));
    }

    private static String words(Form form) {
        String asked = form.text("q");
        return asked.substring(0, Math.min(WORDS_MAX, asked.length()));
    }

    private static List<Card> cards(List<Product> products, List<Seller> sellers) {
        Map<UUID, String> names = sellers.stream()
                .collect(Collectors.toMap(
                        seller -> seller.merchant().id(),
                        seller -> seller.merchant().name()));
        return products.stream()
                .map(product -> new Card(product, names.getOrDefault(product.merchant(), "")))
                .toList();
    }

    private Map<String, String> names(Language language) {
        return trades.all().stream().collect(Collectors.toMap(Trade::code, trade -> trade.name(language)));
    }

    private List<Choice> choices(List<Seller> all, Language language) {
        List<Choice> choices = new ArrayList<>();
        choices.add(Choice.of("", texts.text(language, "front.every-trade")));
        trades.all().stream()
                .filter(trade -> all.stream()
                        .anyMatch(seller -> seller.merchant().trade().equals(trade.code())))
                .forEach(trade -> choices.add(Choice.of(trade.code(), trade.name(language))));
        return choices;
    }

    private static boolean filtered(Form form) {
        return List.of("q", "trade", "open", "delivers", "vouchers").stream().anyMatch(form::has);
    }

    /** What was asked, for the address of the next page. */
    private static String query(Form form) {
        return List.of("q", "trade", "open", "delivers", "vouchers").stream()
                .filter(form::has)
                .map(name -> name + "=" + URLEncoder.encode(form.text(name), StandardCharsets.UTF_8) + "&")
                .collect(Collectors.joining());
    }
}

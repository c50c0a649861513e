package be.quartier.shop.front.web;

import static java.util.Map.entry;

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
import java.text.Collator;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** The shop: everything on sale, searched and filtered, and the page of each merchant. */
@Controller
@RequestMapping("/{commune}/shop")
class ShopPages {

    private static final int WORDS_MAX = 120;
    private static final int SEASON_NAMED = 3;

    private final Search search;
    private final Sellers sellers;
    private final Trades trades;
    private final Texts texts;
    private final Clock clock;
    private final ShopPhotos photos;
    private final NextDoor nextDoor;
    private final Filters filters;
    private final Gallery gallery;

    ShopPages(
            Search search,
            Sellers sellers,
            Trades trades,
            Texts texts,
            Clock clock,
            ShopPhotos photos,
            NextDoor nextDoor,
            Filters filters,
            Gallery gallery) {
        this.gallery = gallery;
        this.photos = photos;
        this.nextDoor = nextDoor;
        this.filters = filters;
        this.search = search;
        this.sellers = sellers;
        this.trades = trades;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping
    @Allows(everyone = true)
    View list(Commune commune, Language language, Form form) {
        List<Seller> all = sellers.all();
        List<Seller> chosen = filters.chosen(form, all);
        Found found = find(form, chosen);
        List<Seller> shown = form.has("from") || form.has("q") ? List.of() : chosen;
        return View.of(
                "shop/front/shop",
                Map.ofEntries(
                        entry("form", form),
                        entry("cards", cards(found.products(), all)),
                        entry("meant", found.meant()),
                        entry("sellers", shown),
                        entry("trades", names(language)),
                        entry(
                                "nextDoor",
                                form.has("from")
                                        ? List.of()
                                        : nextDoor.goods(words(form), there -> filters.chosen(form, there))),
                        entry("choices", choices(all, language)),
                        entry("places", places(all, language)),
                        entry("season", form.has("from") || filtered(form) ? List.of() : season(all)),
                        entry("empty", all.isEmpty()),
                        entry("filtered", filtered(form)),
                        entry(
                                "next",
                                found.next()
                                        .map(place ->
                                                "/" + commune.slug() + "/shop?" + query(form) + "from=" + place.text())
                                        .orElse(""))));
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
        return search.find(words(form), ids(among), Place.of(form.text("from")));
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

    /** The localities to choose from; none when all shops are in the same. */
    private List<Choice> places(List<Seller> all, Language language) {
        List<String> known = all.stream()
                .flatMap(seller -> Filters.places(seller).stream())
                .distinct()
                .sorted(Collator.getInstance(language.locale()))
                .toList();
        return known.size() < 2
                ? List.of()
                : Stream.concat(
                                Stream.of(Choice.of("", texts.text(language, "front.every-place"))),
                                known.stream().map(place -> Choice.of(place, place)))
                        .toList();
    }

    /** The names of a few things of the season. */
    private List<String> season(List<Seller> all) {
        return search.inSeason(ids(all), Optional.empty()).products().stream()
                .limit(SEASON_NAMED)
                .map(product -> product.facts().name())
                .toList();
    }

    /** The window of the season: what is sold in these days only. */
    @GetMapping("/season")
    @Allows(everyone = true)
    View season(Commune commune, Form form) {
        List<Seller> all = sellers.all();
        Found found = search.inSeason(ids(all), Place.of(form.text("from")));
        return View.of(
                "shop/front/season",
                Map.of(
                        "cards",
                        cards(found.products(), all),
                        "next",
                        found.next()
                                .map(place -> "/" + commune.slug() + "/shop/season?from=" + place.text())
                                .orElse("")));
    }

    private static List<UUID> ids(List<Seller> sellers) {
        return sellers.stream().map(seller -> seller.merchant().id()).toList();
    }

    private static boolean filtered(Form form) {
        return Filters.FIELDS.stream().anyMatch(form::has);
    }

    /** What was asked, for the address of the next page. */
    private static String query(Form form) {
        return Filters.FIELDS.stream()
                .filter(form::has)
                .map(name -> name + "=" + URLEncoder.encode(form.text(name), StandardCharsets.UTF_8) + "&")
                .collect(Collectors.joining());
    }
}

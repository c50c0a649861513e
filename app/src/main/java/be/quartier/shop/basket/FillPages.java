package be.quartier.shop.basket;

import be.quartier.commune.Allows;
import be.quartier.commune.Commune;
import be.quartier.installation.PublicAddress;
import be.quartier.pages.Flash;
import be.quartier.pages.Form;
import be.quartier.pages.View;
import be.quartier.shop.catalogue.Catalogue;
import be.quartier.shop.front.OnSale;
import be.quartier.shop.orders.Draft;
import be.quartier.shop.orders.Offer;
import be.quartier.shop.orders.Offers;
import be.quartier.shop.orders.SellingTerms;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where an order link leads: what it would put into the basket, and one press that does. Looking changes nothing. */
@Controller
@RequestMapping("/{commune}/basket/fill")
class FillPages {

    private static final int NOT_FOUND = 404;

    private final OnSale sale;
    private final Offers offers;
    private final Catalogue catalogue;
    private final BasketCookies cookies;
    private final String site;

    FillPages(OnSale sale, Offers offers, Catalogue catalogue, BasketCookies cookies, Environment environment) {
        this.sale = sale;
        this.offers = offers;
        this.catalogue = catalogue;
        this.cookies = cookies;
        this.site = PublicAddress.of(environment);
    }

    @GetMapping
    @Allows(everyone = true)
    View look(Form form) {
        OrderLink link = OrderLink.of(form.text("a"));
        List<Shelf> shelves = shelves(link);
        int found = shelves.stream().mapToInt(shelf -> shelf.lines().size()).sum();
        String photo = shelves.stream()
                .flatMap(shelf -> shelf.lines().stream())
                .flatMap(line -> catalogue.find(line.offer().product()).stream())
                .flatMap(product -> product.photo().stream())
                .map(UUID::toString)
                .findFirst()
                .orElse("");
        return View.of(
                "shop/basket/fill",
                Map.of(
                        "shelves",
                        shelves,
                        "gone",
                        link.quantities().size() - found,
                        "link",
                        link.text(),
                        "site",
                        site,
                        "photo",
                        photo),
                found == 0 ? NOT_FOUND : 200);
    }

    /** Puts into the basket what can still be ordered. */
    @PostMapping
    @Allows(everyone = true)
    View fill(Commune commune, Form form, HttpServletRequest request, HttpServletResponse response) {
        Basket basket = cookies.basket(commune, request);
        boolean full = false;
        for (Shelf shelf : shelves(OrderLink.of(form.text("a")))) {
            for (Draft.Line line : shelf.lines()) {
                UUID variant = line.offer().variant();
                basket = basket.plus(variant, line.quantity());
                full |= !basket.quantities().containsKey(variant);
            }
        }
        cookies.basket(commune, basket, response);
        String path = "/" + commune.slug() + "/basket";
        return View.redirect(path, full ? Flash.warning("basket.full") : Flash.done("basket.added"));
    }

    private List<Shelf> shelves(OrderLink link) {
        Map<UUID, Offer> found = sale.these(link.quantities().keySet());
        Map<UUID, SellingTerms> terms = offers.terms(
                found.values().stream().map(Offer::merchant).distinct().toList());
        Map<UUID, List<Draft.Line>> lines = new LinkedHashMap<>();
        link.quantities().forEach((variant, quantity) -> {
            Offer offer = found.get(variant);
            if (offer != null && offer.sells(quantity)) {
                lines.computeIfAbsent(offer.merchant(), _ -> new ArrayList<>()).add(new Draft.Line(offer, quantity));
            }
        });
        List<Shelf> shelves = new ArrayList<>();
        lines.forEach((merchant, own) -> shelves.add(new Shelf(Objects.requireNonNull(terms.get(merchant)), own)));
        return shelves;
    }
}

package be.quartier.shop.basket;

import be.quartier.commune.Allows;
import be.quartier.commune.Commune;
import be.quartier.pages.Flash;
import be.quartier.pages.Form;
import be.quartier.pages.View;
import be.quartier.shop.OrderSource;
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
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The basket: what is in it by merchant, more or less of it, on to the order. */
@Controller
@RequestMapping("/{commune}/basket")
class BasketPages {

    private final Offers offers;
    private final BasketCookies cookies;

    BasketPages(Offers offers, BasketCookies cookies) {
        this.offers = offers;
        this.cookies = cookies;
    }

    @GetMapping
    @Allows(everyone = true)
    View show(Commune commune, HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        Basket basket = cookies.basket(commune, request);
        List<Shelf> shelves = shelves(basket);
        int found = shelves.stream().mapToInt(shelf -> shelf.lines().size()).sum();
        return View.of(
                "shop/basket/basket",
                Map.of("shelves", shelves, "gone", basket.quantities().size() - found));
    }

    /** Puts something in; a product page posts here. */
    @PostMapping
    @Allows(everyone = true)
    View add(Commune commune, Form form, HttpServletRequest request, HttpServletResponse response) {
        Optional<UUID> variant = id(form.text("variant"));
        int quantity = form.integer("quantity").orElse(1);
        Optional<Offer> offer = variant.flatMap(
                one -> Optional.ofNullable(offers.offers(List.of(one)).get(one)));
        if (variant.isEmpty() || offer.isEmpty() || quantity < 1) {
            return View.redirect(path(commune), Flash.warning("basket.not-on-sale"));
        }
        SellingTerms terms =
                offers.terms(List.of(offer.get().merchant())).get(offer.get().merchant());
        if (terms != null && !terms.channels().take(OrderSource.WEB)) {
            return View.redirect(path(commune), Flash.warning("orders.refused.channel-not-offered"));
        }
        Basket after = cookies.basket(commune, request).plus(variant.get(), quantity);
        if (!after.quantities().containsKey(variant.get())) {
            return View.redirect(path(commune), Flash.warning("basket.full"));
        }
        cookies.basket(commune, after, response);
        return View.redirect(path(commune), Flash.done("basket.added"));
    }

    /** Sets quantities, and takes out a line or what is no longer on sale. */
    @PostMapping("/change")
    @Allows(everyone = true)
    View change(Commune commune, Form form, HttpServletRequest request, HttpServletResponse response) {
        Basket basket = cookies.basket(commune, request);
        Map<UUID, Offer> found = offers.offers(basket.quantities().keySet());
        for (UUID variant : basket.quantities().keySet()) {
            boolean out = form.text("remove").equals(variant.toString()) || !found.containsKey(variant);
            int quantity = out ? 0 : form.integer("q-" + variant).orElse(-1);
            if (quantity >= 0) {
                basket = basket.with(variant, quantity);
            }
        }
        cookies.basket(commune, basket, response);
        return View.redirect(path(commune), Flash.done("basket.changed"));
    }

    private List<Shelf> shelves(Basket basket) {
        Map<UUID, Offer> found = offers.offers(basket.quantities().keySet());
        Map<UUID, SellingTerms> terms = offers.terms(
                found.values().stream().map(Offer::merchant).distinct().toList());
        Map<UUID, List<Draft.Line>> lines = new LinkedHashMap<>();
        basket.quantities().forEach((variant, quantity) -> {
            Offer offer = found.get(variant);
            if (offer != null && terms.containsKey(offer.merchant())) {
                lines.computeIfAbsent(offer.merchant(), _ -> new ArrayList<>()).add(new Draft.Line(offer, quantity));
            }
        });
        List<Shelf> shelves = new ArrayList<>();
        lines.forEach((merchant, own) -> shelves.add(new Shelf(Objects.requireNonNull(terms.get(merchant)), own)));
        return shelves;
    }

    /** The id of a text; empty when it is none. */
    static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    private static String path(Commune commune) {
        return "/" + commune.slug() + "/basket";
    }
}

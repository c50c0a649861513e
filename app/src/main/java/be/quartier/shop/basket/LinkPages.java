package be.quartier.shop.basket;

import be.quartier.commune.Allows;
import be.quartier.commune.Commune;
import be.quartier.commune.Language;
import be.quartier.commune.Role;
import be.quartier.commune.Visitor;
import be.quartier.installation.PublicAddress;
import be.quartier.pages.Form;
import be.quartier.pages.Formats;
import be.quartier.pages.Problem;
import be.quartier.pages.Texts;
import be.quartier.pages.View;
import be.quartier.paper.Qr;
import be.quartier.shop.front.OnSale;
import be.quartier.shop.orders.Offer;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where a merchant makes an order link of its own goods, with the words for a post and the QR code. Nothing is stored. */
@Controller
@RequestMapping("/{commune}/merchant/order-link")
class LinkPages {

    private static final String QUANTITY = "n-";

    private final OnSale sale;
    private final Texts texts;
    private final String site;

    LinkPages(OnSale sale, Texts texts, Environment environment) {
        this.sale = sale;
        this.texts = texts;
        this.site = PublicAddress.of(environment);
    }

    @GetMapping
    @Allows(Role.MERCHANT)
    View make(Commune commune, Language language, Visitor visitor, Form form, HttpServletRequest request) {
        UUID merchant = visitor.merchant().orElseThrow(() -> Problem.forbidden().raised());
        Map<UUID, Long> wanted = wanted(form, Collections.list(request.getParameterNames()));
        List<Offer> chosen = sale.these(wanted.keySet()).values().stream()
                .filter(offer -> offer.merchant().equals(merchant))
                .toList();
        Map<UUID, Long> fits = new LinkedHashMap<>();
        for (Offer offer : chosen) {
            long quantity = wanted.getOrDefault(offer.variant(), 0L);
            if (offer.sells(quantity) && fits.size() < OrderLink.ITEMS_MAX) {
                fits.put(offer.variant(), quantity);
            } else {
                form.refuse(QUANTITY + offer.variant(), "links.quantity", offer.name());
            }
        }
        List<Offer> shown = new ArrayList<>(chosen);
        sale.find(form.text("q"), Optional.of(merchant)).stream()
                .filter(offer -> !wanted.containsKey(offer.variant()))
                .forEach(shown::add);
        String address =
                fits.isEmpty() ? "" : site + "/" + commune.slug() + "/basket/fill?a=" + new OrderLink(fits).text();
        return View.of(
                "shop/basket/link",
                Map.of(
                        "form",
                        form,
                        "offers",
                        shown,
                        "address",
                        address,
                        "post",
                        post(chosen, fits, address, language),
                        "qr",
                        address.isEmpty()
                                ? ""
                                : Qr.of(address, Qr.Correction.MEDIUM).svg(texts.text(language, "links.qr"))),
                form.refused() ? 422 : 200);
    }

    private String post(List<Offer> chosen, Map<UUID, Long> fits, String address, Language language) {
        String goods = chosen.stream()
                .filter(offer -> fits.containsKey(offer.variant()))
                .map(offer -> offer.name() + " – "
                        + Formats.of(language).euros(offer.cents(fits.getOrDefault(offer.variant(), 1L))))
                .collect(Collectors.joining("\n"));
        return goods + "\n" + texts.text(language, "links.call") + " " + address;
    }

    private static Map<UUID, Long> wanted(Form form, List<String> names) {
        Map<UUID, Long> wanted = new LinkedHashMap<>();
        for (String name : names) {
            int quantity = form.integer(name).orElse(0);
            if (name.startsWith(QUANTITY) && quantity > 0) {
                BasketPages.id(name.substring(QUANTITY.length())).ifPresent(id -> wanted.put(id, (long) quantity));
            }
        }
        return wanted;
    }
}

package be.quartier.shop.intake;

import be.quartier.commune.Allows;
import be.quartier.commune.Commune;
import be.quartier.commune.Language;
import be.quartier.commune.Role;
import be.quartier.commune.Visitor;
import be.quartier.installation.Ids;
import be.quartier.installation.PublicAddress;
import be.quartier.pages.Form;
import be.quartier.pages.Problem;
import be.quartier.pages.Texts;
import be.quartier.pages.View;
import be.quartier.paper.Qr;
import be.quartier.shop.OrderSource;
import be.quartier.shop.front.OnSale;
import be.quartier.shop.orders.Draft;
import be.quartier.shop.orders.Offer;
import be.quartier.shop.orders.Offers;
import be.quartier.shop.orders.OrderWish;
import be.quartier.shop.orders.PlaceOutcome;
import be.quartier.shop.orders.SellingTerms;
import be.quartier.shop.orders.TypedOrders;
import be.quartier.shop.slots.Slots;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Typing an order while the customer is on the phone: one page, searched and filled in any order, sent when it is right. */
@Controller
@RequestMapping("/{commune}/intake")
class IntakePages {

    private final OnSale sale;
    private final Offers offers;
    private final TypedOrders orders;
    private final Slots slots;
    private final Texts texts;
    private final Ids ids;
    private final String site;

    IntakePages(
            OnSale sale,
            Offers offers,
            TypedOrders orders,
            Slots slots,
            Texts texts,
            Ids ids,
            Environment environment) {
        this.sale = sale;
        this.offers = offers;
        this.orders = orders;
        this.slots = slots;
        this.texts = texts;
        this.ids = ids;
        this.site = PublicAddress.of(environment);
    }

    @GetMapping
    @Allows({Role.MERCHANT, Role.ECONOMY})
    View begin(Language language, Visitor visitor) {
        Form form = Form.empty()
                .with("key", ids.randomUuid().toString())
                .with("source", OrderSource.PHONE.code())
                .with("language", language.code())
                .with("slot", IntakeForm.PICKUP);
        return show(form, typed(form, List.of(), visitor));
    }

    /** Searches, adds up, or places; whatever is asked, nothing typed is lost. */
    @PostMapping
    @Allows({Role.MERCHANT, Role.ECONOMY})
    View go(
            Commune commune,
            Language language,
            Visitor visitor,
            Form form,
            HttpServletRequest request,
            HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        Typed typed = typed(form, Collections.list(request.getParameterNames()), visitor);
        if (!form.text("act").equals("place")) {
            return show(form, typed);
        }
        Optional<OrderWish> wish = IntakeForm.read(form, typed, slots.offered(), language);
        if (wish.isEmpty()) {
            return show(form, typed);
        }
        OrderSource source = OrderSource.of(form.text("source")).orElseThrow();
        return switch (orders.place(wish.get(), source, visitor.id())) {
            case PlaceOutcome.Placed(UUID order, String _, String _) ->
                View.redirect("/" + commune.slug() + "/intake/" + order);
            case PlaceOutcome.Refused refused ->
                show(form.refuse("", refused.why().key()), typed);
            case PlaceOutcome.VoucherRefused(var why, OptionalLong _) -> show(form.refuse("", why.messageKey()), typed);
        };
    }

    /** The order as it was placed, with the customer's own link to read out, to send or to scan. */
    @GetMapping("/{order}")
    @Allows({Role.MERCHANT, Role.ECONOMY})
    View placed(
            @PathVariable UUID order,
            Commune commune,
            Language language,
            Visitor visitor,
            HttpServletResponse response) {
        TypedOrders.Typed typed = orders.find(order, visitor.id())
                .orElseThrow(() -> Problem.notFound().raised());
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Referrer-Policy", "no-referrer");
        String link = site + "/" + commune.slug() + "/orders/" + typed.tracking();
        return View.of(
                "shop/intake/placed",
                Map.of(
                        "order",
                        typed.order(),
                        "link",
                        link,
                        "qr",
                        Qr.of(link, Qr.Correction.MEDIUM).svg(texts.text(language, "intake.qr"))));
    }

    private Typed typed(Form form, List<String> names, Visitor visitor) {
        Optional<UUID> own = visitor.is(Role.ECONOMY) ? Optional.empty() : Optional.of(own(visitor));
        Map<UUID, Long> wanted = IntakeForm.quantities(form, names);
        List<Draft.Line> chosen = sale.these(wanted.keySet()).values().stream()
                .filter(offer -> own.isEmpty() || own.get().equals(offer.merchant()))
                .map(offer -> new Draft.Line(offer, wanted.getOrDefault(offer.variant(), 1L)))
                .toList();
        List<Offer> found = sale.find(form.text("q"), own).stream()
                .filter(offer -> !wanted.containsKey(offer.variant()))
                .toList();
        Map<UUID, SellingTerms> terms =
                offers.terms(Stream.concat(chosen.stream().map(Draft.Line::offer), found.stream())
                        .map(Offer::merchant)
                        .distinct()
                        .toList());
        Map<UUID, String> shops = new HashMap<>();
        terms.forEach((id, one) -> shops.put(id, one.name()));
        return new Typed(
                found,
                chosen,
                chosen.stream()
                        .map(line -> line.offer().merchant())
                        .distinct()
                        .flatMap(merchant -> Optional.ofNullable(terms.get(merchant)).stream())
                        .toList(),
                shops);
    }

    private View show(Form form, Typed typed) {
        Map<String, Object> model = Map.of("form", form, "typed", typed, "slots", slots.offered());
        return form.refused() ? View.refused("shop/intake/intake", model) : View.of("shop/intake/intake", model);
    }

    private static UUID own(Visitor visitor) {
        return visitor.merchant().orElseThrow(() -> Problem.forbidden().raised());
    }
}

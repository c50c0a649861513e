package be.quartier.shop.orders.web;

import be.quartier.commune.Allows;
import be.quartier.commune.Commune;
import be.quartier.commune.Role;
import be.quartier.commune.Visitor;
import be.quartier.pages.Flash;
import be.quartier.pages.Form;
import be.quartier.pages.Problem;
import be.quartier.pages.View;
import be.quartier.people.Actor;
import be.quartier.shop.front.OnSale;
import be.quartier.shop.orders.MerchantDesk;
import be.quartier.shop.orders.MerchantOrder;
import be.quartier.shop.orders.Moved;
import be.quartier.shop.orders.Offer;
import be.quartier.shop.orders.Order;
import be.quartier.shop.orders.OrderLine;
import be.quartier.shop.orders.Orders;
import be.quartier.shop.orders.Substitutions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where a merchant puts another article in place of a missing one, and where the customer says yes or no to it. */
@Controller
@RequestMapping("/{commune}")
class SwapPages {

    private final MerchantDesk desk;
    private final Substitutions substitutions;
    private final Orders orders;
    private final OnSale sale;

    SwapPages(MerchantDesk desk, Substitutions substitutions, Orders orders, OnSale sale) {
        this.desk = desk;
        this.substitutions = substitutions;
        this.orders = orders;
        this.sale = sale;
    }

    @GetMapping("/merchant/orders/{part}/swap/{line}")
    @Allows(Role.MERCHANT)
    View choose(@PathVariable UUID part, @PathVariable UUID line, Visitor visitor, Form form) {
        UUID merchant = merchant(visitor);
        MerchantOrder shown =
                desk.part(merchant, part).orElseThrow(() -> Problem.notFound().raised());
        OrderLine missing = shown.lines().stream()
                .filter(one -> one.id().equals(line))
                .findFirst()
                .orElseThrow(() -> Problem.notFound().raised());
        List<Offer> offers = sale.find(form.text("q"), Optional.of(merchant)).stream()
                .filter(offer -> !offer.variant().equals(missing.variant()))
                .toList();
        return View.of("shop/orders/swap", Map.of("form", form, "part", shown, "line", missing, "offers", offers));
    }

    @PostMapping("/merchant/orders/{part}/swap/{line}")
    @Allows(Role.MERCHANT)
    View swap(@PathVariable UUID part, @PathVariable UUID line, Commune commune, Visitor visitor, Form form) {
        Optional<UUID> variant = OrderRequest.uuid(form.text("variant"));
        int quantity = form.integer("quantity").orElse(0);
        String order = "/" + commune.slug() + "/merchant/orders/" + part;
        String again = order + "/swap/" + line;
        if (variant.isEmpty()) {
            throw Problem.notFound().raised();
        }
        Actor by = Actor.of(visitor);
        return switch (substitutions.propose(merchant(visitor), part, line, variant.get(), quantity, by)) {
            case GIVEN -> View.redirect(order, Flash.done("orders.swap.given"));
            case ASKED -> View.redirect(order, Flash.done("orders.swap.asked"));
            case NEVER -> View.redirect(order, Flash.warning("orders.swap.never"));
            case SCARCE -> View.redirect(again, Flash.warning("orders.swap.scarce"));
            case QUANTITY -> View.redirect(again, Flash.warning("orders.swap.wrong-quantity"));
            case NOT_NOW -> View.redirect(order, Flash.warning("orders.not-now"));
            case UNKNOWN -> throw Problem.notFound().raised();
        };
    }

    /** The customer's word about a substitute. */
    @PostMapping("/orders/{tracking}/swap")
    @Allows(everyone = true)
    View answer(Commune commune, @PathVariable String tracking, Form form) {
        Order order =
                orders.byTracking(tracking).orElseThrow(() -> Problem.notFound().raised());
        Optional<UUID> part = OrderRequest.uuid(form.text("part"));
        Optional<UUID> line = OrderRequest.uuid(form.text("line"));
        Moved moved = part.isEmpty() || line.isEmpty()
                ? Moved.UNKNOWN
                : substitutions.answer(
                        order, part.get(), line.get(), form.text("takes").equals("yes"));
        return View.redirect(
                "/" + commune.slug() + "/orders/" + tracking,
                moved == Moved.DONE ? Flash.done("orders.answered") : Flash.warning("orders.not-now"));
    }

    private static UUID merchant(Visitor visitor) {
        return visitor.merchant().orElseThrow(() -> Problem.forbidden().raised());
    }
}

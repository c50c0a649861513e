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
import be.quartier.shop.orders.Cycles;
import be.quartier.shop.orders.Leg;
import be.quartier.shop.orders.MerchantDesk;
import be.quartier.shop.orders.MerchantOrder;
import be.quartier.shop.orders.MerchantState;
import be.quartier.shop.orders.Moved;
import be.quartier.shop.orders.Offers;
import be.quartier.shop.orders.Order;
import be.quartier.shop.orders.Orders;
import be.quartier.shop.orders.SellingTerms;
import be.quartier.shop.payments.OnlinePayments;
import be.quartier.shop.slots.Slot;
import be.quartier.shop.slots.Slots;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The merchant's board: what is new, what is to be prepared, what is ready, what is done; made for a phone. */
@Controller
@RequestMapping("/{commune}/merchant/orders")
class BoardPages {

    private static final int NOTE_MAX = 300;
    private static final int MARGIN_DEFAULT = 10;

    private final MerchantDesk desk;
    private final Cycles cycles;
    private final Orders orders;
    private final Offers offers;
    private final Slots slots;
    private final OnlinePayments online;

    BoardPages(MerchantDesk desk, Cycles cycles, Orders orders, Offers offers, Slots slots, OnlinePayments online) {
        this.desk = desk;
        this.cycles = cycles;
        this.orders = orders;
        this.offers = offers;
        this.slots = slots;
        this.online = online;
    }

    @GetMapping
    @Allows(Role.MERCHANT)
    View board(Visitor visitor) {
        UUID merchant = merchant(visitor);
        return View.of(
                "shop/orders/board",
                Map.of(
                        "gathering",
                        cycles.gathering(merchant),
                        "columns",
                        List.of(
                                new BoardColumn("back", "brick", desk.givingBack(merchant)),
                                column(merchant, "new", "ochre", EnumSet.of(MerchantState.PLACED)),
                                column(
                                        merchant,
                                        "prepare",
                                        "plate",
                                        EnumSet.of(MerchantState.ACCEPTED, MerchantState.PARTLY)),
                                column(
                                        merchant,
                                        "ready",
                                        "plate",
                                        EnumSet.of(
                                                MerchantState.READY,
                                                MerchantState.DROPPED,
                                                MerchantState.PACKED,
                                                MerchantState.OUT)),
                                column(
                                        merchant,
                                        "done",
                                        "grey",
                                        EnumSet.of(
                                                MerchantState.DELIVERED,
                                                MerchantState.SETTLED,
                                                MerchantState.REFUSED,
                                                MerchantState.CANCELLED)))));
    }

    @GetMapping("/{part}")
    @Allows(Role.MERCHANT)
    View part(@PathVariable UUID part, Visitor visitor) {
        MerchantOrder shown = desk.part(merchant(visitor), part)
                .orElseThrow(() -> Problem.notFound().raised());
        Order order = orders.find(shown.order()).orElseThrow();
        Optional<Slot> slot = shown.slot().flatMap(slots::find);
        return View.of(
                "shop/orders/part",
                Map.of(
                        "form",
                        Form.empty(),
                        "part",
                        shown,
                        "contact",
                        order.contact(),
                        "source",
                        order.source(),
                        "slot",
                        slot,
                        "online",
                        online.legs(shown.legs().stream().map(Leg::id).toList())));
    }

    @PostMapping("/{part}/accept")
    @Allows(Role.MERCHANT)
    View accept(@PathVariable UUID part, Visitor visitor, Commune commune, Form form) {
        Set<UUID> missing = form.all("missing").stream()
                .flatMap(one -> OrderRequest.uuid(one).stream())
                .collect(Collectors.toSet());
        return back(commune, part, desk.accept(merchant(visitor), part, missing, Actor.of(visitor)));
    }

    @PostMapping("/{part}/refuse")
    @Allows(Role.MERCHANT)
    View refuse(@PathVariable UUID part, Visitor visitor, Commune commune, Form form) {
        String typed = form.text("note");
        String note = typed.substring(0, Math.min(NOTE_MAX, typed.length()));
        return back(commune, part, desk.refuse(merchant(visitor), part, note, Actor.of(visitor)));
    }

    @PostMapping("/{part}/line")
    @Allows(Role.MERCHANT)
    View refuseLine(@PathVariable UUID part, Visitor visitor, Commune commune, Form form) {
        return about(
                commune, part, form, "line", line -> desk.refuseLine(merchant(visitor), part, line, Actor.of(visitor)));
    }

    @PostMapping("/{part}/weigh")
    @Allows(Role.MERCHANT)
    View weigh(@PathVariable UUID part, Visitor visitor, Commune commune, Form form) {
        UUID merchant = merchant(visitor);
        int margin = Optional.ofNullable(offers.terms(List.of(merchant)).get(merchant))
                .map(SellingTerms::weightMargin)
                .orElse(MARGIN_DEFAULT);
        int grams = form.integer("grams").orElse(0);
        return about(
                commune,
                part,
                form,
                "line",
                line -> desk.weigh(merchant, part, line, grams, margin, Actor.of(visitor)));
    }

    @PostMapping("/{part}/ready")
    @Allows(Role.MERCHANT)
    View ready(@PathVariable UUID part, Visitor visitor, Commune commune) {
        return back(commune, part, desk.ready(merchant(visitor), part, Actor.of(visitor)));
    }

    @PostMapping("/{part}/advance")
    @Allows(Role.MERCHANT)
    View advance(@PathVariable UUID part, Visitor visitor, Commune commune, Form form) {
        Moved moved = Arrays.stream(MerchantState.values())
                .filter(state -> state.code().equals(form.text("to")))
                .findFirst()
                .map(to -> desk.advance(merchant(visitor), part, to, Actor.of(visitor)))
                .orElse(Moved.UNKNOWN);
        return back(commune, part, moved);
    }

    @PostMapping("/{part}/paid")
    @Allows(Role.MERCHANT)
    View paid(@PathVariable UUID part, Visitor visitor, Commune commune, Form form) {
        return about(commune, part, form, "leg", leg -> desk.paid(merchant(visitor), part, leg, Actor.of(visitor)));
    }

    @PostMapping("/{part}/refunded")
    @Allows(Role.MERCHANT)
    View refunded(@PathVariable UUID part, Visitor visitor, Commune commune, Form form) {
        return about(commune, part, form, "leg", leg -> desk.refunded(merchant(visitor), part, leg, Actor.of(visitor)));
    }

    private BoardColumn column(UUID merchant, String key, String tone, Set<MerchantState> states) {
        return new BoardColumn(key, tone, desk.parts(merchant, states));
    }

    private static View about(Commune commune, UUID part, Form form, String what, Function<UUID, Moved> act) {
        return back(commune, part, OrderRequest.uuid(form.text(what)).map(act).orElse(Moved.UNKNOWN));
    }

    private static UUID merchant(Visitor visitor) {
        return visitor.merchant().orElseThrow(() -> Problem.forbidden().raised());
    }

    private static View back(Commune commune, UUID part, Moved moved) {
        String path = "/" + commune.slug() + "/merchant/orders/" + part;
        return switch (moved) {
            case DONE -> View.redirect(path, Flash.done("orders.done"));
            case NOT_NOW -> View.redirect(path, Flash.warning("orders.not-now"));
            case UNKNOWN -> throw Problem.notFound().raised();
        };
    }
}

package be.quartier.shop.orders.web;

import be.quartier.bank.EpcQr;
import be.quartier.bank.Remittance;
import be.quartier.commune.Allows;
import be.quartier.commune.Commune;
import be.quartier.commune.Language;
import be.quartier.merchants.BankAccount;
import be.quartier.merchants.BankAccounts;
import be.quartier.merchants.Merchant;
import be.quartier.merchants.Merchants;
import be.quartier.money.Cents;
import be.quartier.money.Ogm;
import be.quartier.pages.Flash;
import be.quartier.pages.Form;
import be.quartier.pages.Problem;
import be.quartier.pages.Texts;
import be.quartier.pages.View;
import be.quartier.paper.Qr;
import be.quartier.shop.Modality;
import be.quartier.shop.orders.CustomerDesk;
import be.quartier.shop.orders.Cycle;
import be.quartier.shop.orders.Cycles;
import be.quartier.shop.orders.Leg;
import be.quartier.shop.orders.MerchantOrder;
import be.quartier.shop.orders.MerchantState;
import be.quartier.shop.orders.Moved;
import be.quartier.shop.orders.Offers;
import be.quartier.shop.orders.Order;
import be.quartier.shop.orders.Orders;
import be.quartier.shop.orders.SellingTerms;
import be.quartier.shop.payments.OnlineLeg;
import be.quartier.shop.payments.OnlinePayments;
import be.quartier.shop.slots.Slots;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Following an order without an account: whoever has the address has the order. */
@Controller
@RequestMapping("/{commune}/orders/{tracking}")
class TrackingPages {

    private final Orders orders;
    private final CustomerDesk desk;
    private final Cycles cycles;
    private final Offers offers;
    private final OnlinePayments online;
    private final Slots slots;
    private final Merchants merchants;
    private final BankAccounts accounts;
    private final Texts texts;
    private final InstantSource clock;

    TrackingPages(
            Orders orders,
            CustomerDesk desk,
            Cycles cycles,
            Offers offers,
            OnlinePayments online,
            Slots slots,
            Merchants merchants,
            BankAccounts accounts,
            Texts texts,
            InstantSource clock) {
        this.orders = orders;
        this.desk = desk;
        this.cycles = cycles;
        this.offers = offers;
        this.online = online;
        this.slots = slots;
        this.merchants = merchants;
        this.accounts = accounts;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping
    @Allows(everyone = true)
    View show(Commune commune, Language language, @PathVariable String tracking, HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Robots-Tag", "noindex");
        Order order = order(tracking);
        List<Followed> parts =
                order.parts().stream().map(part -> followed(part, language)).toList();
        return View.of(
                "shop/orders/tracking",
                Map.of(
                        "number",
                        order.number(),
                        "here",
                        path(commune, tracking),
                        "totalCents",
                        order.totalCents(),
                        "slot",
                        order.slot().flatMap(slots::find),
                        "parts",
                        parts));
    }

    /** Takes one merchant's part back. */
    @PostMapping("/cancel")
    @Allows(everyone = true)
    View cancel(Commune commune, @PathVariable String tracking, Form form) {
        Moved moved = OrderRequest.uuid(form.text("part"))
                .map(part -> desk.cancel(order(tracking), part))
                .orElse(Moved.UNKNOWN);
        return back(commune, tracking, moved, "orders.cancelled");
    }

    /** Takes a heavier line, or leaves it. */
    @PostMapping("/answer")
    @Allows(everyone = true)
    View answer(Commune commune, @PathVariable String tracking, Form form) {
        Optional<UUID> part = OrderRequest.uuid(form.text("part"));
        Optional<UUID> line = OrderRequest.uuid(form.text("line"));
        Moved moved = part.isEmpty() || line.isEmpty()
                ? Moved.UNKNOWN
                : desk.answer(
                        order(tracking),
                        part.get(),
                        line.get(),
                        form.text("takes").equals("yes"));
        return back(commune, tracking, moved, "orders.answered");
    }

    private Followed followed(MerchantOrder part, Language language) {
        Optional<Merchant> merchant = merchants.find(part.merchant());
        String name = merchant.map(Merchant::name).orElse("–");
        boolean live = part.totalCents() > 0;
        List<Followed.Payment> payments = part.legs().stream()
                .filter(leg -> leg.amountCents() > 0 || leg.dueCents() != 0)
                .map(leg -> payment(part, leg, name, live, language))
                .toList();
        String address = merchant.flatMap(one -> one.establishments().stream().findFirst())
                .map(one -> one.place().address())
                .orElse("");
        return new Followed(part, name, address, part.cancellableAt(clock.instant()), missing(part), payments);
    }

    private long missing(MerchantOrder part) {
        return part.cycle()
                .filter(cycle -> part.state() == MerchantState.PLACED && cycle.state() == Cycle.State.OPEN)
                .map(cycle -> cycle.minimumCents() - cycles.gatheredCents(part.merchant(), cycle.closesAt()))
                .filter(lacking -> lacking > 0)
                .orElse(0L);
    }

    private Followed.Payment payment(MerchantOrder part, Leg leg, String merchant, boolean live, Language language) {
        Optional<BankAccount> account = leg.modality() == Modality.TRANSFER && leg.dueCents() > 0 && live
                ? accounts.current(part.merchant())
                : Optional.empty();
        Optional<String> qr = account.map(to -> Qr.of(
                        EpcQr.payload(
                                to.holder(),
                                to.iban(),
                                Cents.of(leg.dueCents()),
                                new Remittance.Structured(new Ogm(leg.reference()))),
                        Qr.Correction.MEDIUM)
                .svg(texts.text(language, "orders.qr", merchant)));
        Optional<String> link = leg.modality() == Modality.LINK && leg.dueCents() > 0
                ? Optional.ofNullable(offers.terms(List.of(part.merchant())).get(part.merchant()))
                        .map(SellingTerms::ways)
                        .flatMap(ways -> ways.stream()
                                .filter(way -> way.modality() == Modality.LINK)
                                .map(SellingTerms.Way::detail)
                                .filter(detail -> detail.startsWith("https://"))
                                .findFirst())
                : Optional.empty();
        return new Followed.Payment(
                leg,
                qr,
                account.map(BankAccount::holder).orElse(""),
                account.map(to -> to.iban().formatted()).orElse(""),
                leg.reference().isEmpty() ? "" : new Ogm(leg.reference()).formatted(),
                link,
                leg.modality() == Modality.ONLINE ? online.leg(leg.id()) : OnlineLeg.NONE);
    }

    private Order order(String tracking) {
        return orders.byTracking(tracking).orElseThrow(() -> Problem.notFound().raised());
    }

    private static String path(Commune commune, String tracking) {
        return "/" + commune.slug() + "/orders/" + tracking;
    }

    private static View back(Commune commune, String tracking, Moved moved, String done) {
        return View.redirect(
                path(commune, tracking), moved == Moved.DONE ? Flash.done(done) : Flash.warning("orders.not-now"));
    }
}

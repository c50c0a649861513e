package be.quartier.shop.orders.web;

import be.quartier.commune.Allows;
import be.quartier.commune.Commune;
import be.quartier.commune.DemoMode;
import be.quartier.commune.Language;
import be.quartier.installation.PublicAddress;
import be.quartier.merchants.Merchant;
import be.quartier.merchants.Merchants;
import be.quartier.pages.Flash;
import be.quartier.pages.Form;
import be.quartier.pages.Problem;
import be.quartier.pages.View;
import be.quartier.shop.orders.CustomerDesk;
import be.quartier.shop.orders.Order;
import be.quartier.shop.orders.Orders;
import be.quartier.shop.payments.OnlinePayment;
import be.quartier.shop.payments.OnlinePayments;
import be.quartier.shop.payments.PaymentState;
import be.quartier.shop.payments.PaymentTalks;
import be.quartier.shop.payments.PaymentTalks.Begun;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Paying one merchant online: to the page of the merchant's provider. */
@Controller
@RequestMapping("/{commune}/orders/{tracking}")
class PayPages {

    private final Orders orders;
    private final CustomerDesk desk;
    private final OnlinePayments payments;
    private final PaymentTalks talks;
    private final Merchants merchants;
    private final PayingCookie cookie;
    private final String site;
    private final boolean callable;

    PayPages(
            Orders orders,
            CustomerDesk desk,
            OnlinePayments payments,
            PaymentTalks talks,
            Merchants merchants,
            PayingCookie cookie,
            Environment environment,
            DemoMode demo) {
        this.orders = orders;
        this.desk = desk;
        this.payments = payments;
        this.talks = talks;
        this.merchants = merchants;
        this.cookie = cookie;
        this.site = PublicAddress.of(environment);
        // a provider reaches only what the world reaches; elsewhere it is asked instead
        this.callable = demo.on() || site.startsWith("https://");
    }

    /** Begins to pay one leg. The way out is a link on a page of ours: no form of this site leads to another site. */
    @PostMapping("/pay")
    @Allows(everyone = true)
    View pay(
            Commune commune,
            Language language,
            @PathVariable String tracking,
            Form form,
            HttpServletResponse response) {
        Order order = order(tracking);
        Optional<UUID> part = OrderRequest.uuid(form.text("part"));
        Optional<UUID> leg = OrderRequest.uuid(form.text("leg"));
        Optional<OnlinePayment> wanted =
                part.isEmpty() || leg.isEmpty() ? Optional.empty() : desk.pay(order, part.get(), leg.get());
        if (wanted.isEmpty()) {
            return View.redirect(path(commune, tracking), Flash.warning("payments.not-due"));
        }
        OnlinePayment payment = wanted.get();
        URI back = URI.create(site + "/" + commune.slug() + "/paid/" + payment.id());
        Optional<URI> callback =
                callable ? Optional.of(URI.create(site + "/webhooks/payments/" + commune.slug())) : Optional.empty();
        String description = order.number() + " " + name(payment);
        return switch (talks.begin(payment.id(), description, locale(language), back, callback)) {
            case Begun.At _ -> {
                cookie.set(commune, payment.id(), tracking, response);
                yield View.redirect(path(commune, tracking) + "/pay/" + payment.id());
            }
            case Begun.Not _ -> View.redirect(path(commune, tracking), Flash.warning("payments.not-taken"));
            case Begun.Later _ -> View.redirect(path(commune, tracking), Flash.warning("payments.later"));
        };
    }

    /** The last page of ours before the provider's. */
    @GetMapping("/pay/{payment}")
    @Allows(everyone = true)
    View leave(
            Commune commune, @PathVariable String tracking, @PathVariable UUID payment, HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Robots-Tag", "noindex");
        OnlinePayment known = payment(order(tracking), payment);
        if (!known.state().payable() || known.checkout().isEmpty()) {
            return View.redirect(path(commune, tracking), flash(known.state()));
        }
        return View.of(
                "shop/payments/pay",
                Map.of(
                        "shop",
                        name(known),
                        "cents",
                        known.cents(),
                        "checkout",
                        known.checkout(),
                        "host",
                        Optional.ofNullable(URI.create(known.checkout()).getHost())
                                .orElse(""),
                        "order",
                        path(commune, tracking)));
    }

    /** What is said of a payment on the order's page. */
    static Flash flash(PaymentState state) {
        return state == PaymentState.PAID
                ? Flash.done("payments.came.paid")
                : Flash.warning("payments.came." + state.code());
    }

    private OnlinePayment payment(Order order, UUID payment) {
        return payments.find(payment)
                .filter(known -> order.parts().stream()
                        .flatMap(part -> part.legs().stream())
                        .anyMatch(leg -> leg.id().equals(known.leg())))
                .orElseThrow(() -> Problem.notFound().raised());
    }

    private Order order(String tracking) {
        return orders.byTracking(tracking).orElseThrow(() -> Problem.notFound().raised());
    }

    private String name(OnlinePayment payment) {
        return merchants.find(payment.merchant()).map(Merchant::name).orElse("");
    }

    /** The order's page. */
    static String path(Commune commune, String tracking) {
        return "/" + commune.slug() + "/orders/" + tracking;
    }

    private static String locale(Language language) {
        return switch (language) {
            case FR -> "fr_BE";
            case NL -> "nl_BE";
            case DE -> "de_DE";
            case EN -> "en_GB";
        };
    }
}

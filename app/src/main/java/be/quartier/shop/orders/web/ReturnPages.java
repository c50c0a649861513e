package be.quartier.shop.orders.web;

import be.quartier.commune.Allows;
import be.quartier.commune.Commune;
import be.quartier.pages.Problem;
import be.quartier.pages.View;
import be.quartier.shop.payments.OnlinePayments;
import be.quartier.shop.payments.PaymentState;
import be.quartier.shop.payments.PaymentTalks;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Back from a payment provider, which is asked how it went. Another browser than the one that left learns that and no more. */
@Controller
class ReturnPages {

    private final OnlinePayments payments;
    private final PaymentTalks talks;
    private final PayingCookie cookie;

    ReturnPages(OnlinePayments payments, PaymentTalks talks, PayingCookie cookie) {
        this.payments = payments;
        this.talks = talks;
        this.cookie = cookie;
    }

    @GetMapping("/{commune}/paid/{payment}")
    @Allows(everyone = true)
    View back(Commune commune, @PathVariable UUID payment, HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Robots-Tag", "noindex");
        if (payments.find(payment).isEmpty()) {
            throw Problem.notFound().raised();
        }
        talks.look(payment);
        PaymentState state = payments.find(payment).orElseThrow().state();
        Optional<String> tracking = cookie.tracking(commune, payment, request);
        return tracking.isPresent()
                ? View.redirect(PayPages.path(commune, tracking.get()), PayPages.flash(state))
                : View.of("shop/payments/came", Map.of("state", state));
    }
}

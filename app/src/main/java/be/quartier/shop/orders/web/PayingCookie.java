package be.quartier.shop.orders.web;

import be.quartier.commune.Commune;
import be.quartier.people.SessionCookie;
import be.quartier.people.Vault;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Leads a customer who comes back from a payment provider to the order. The order's own address is a secret of the customer and
 * never given to the provider, where the merchant could read it: an order has parts of other merchants too.
 */
@Component
class PayingCookie {

    private static final Duration LIFE = Duration.ofHours(2);

    private final SessionCookie cookies;
    private final Vault vault;

    PayingCookie(SessionCookie cookies, Vault vault) {
        this.cookies = cookies;
        this.vault = vault;
    }

    /** Remembers in the browser to which order a payment belongs. */
    void set(Commune commune, UUID payment, String tracking, HttpServletResponse response) {
        byte[] sealed = vault.sealBytes(purpose(commune, payment), tracking.getBytes(StandardCharsets.UTF_8));
        cookies.set(response, name(), Base64.getUrlEncoder().withoutPadding().encodeToString(sealed), LIFE);
    }

    /** The order's token, where this browser began the payment. */
    Optional<String> tracking(Commune commune, UUID payment, HttpServletRequest request) {
        return cookies.read(request, name()).flatMap(text -> {
            try {
                return vault.open(
                        purpose(commune, payment), Base64.getUrlDecoder().decode(text));
            } catch (IllegalArgumentException notOurs) {
                return Optional.empty();
            }
        });
    }

    private String name() {
        return cookies.name("paying");
    }

    private static String purpose(Commune commune, UUID payment) {
        return "paying-" + commune.id().value() + "-" + payment;
    }
}

package be.quartier.messaging.web;

import be.quartier.commune.Allows;
import be.quartier.commune.Commune;
import be.quartier.messaging.delivery.Unsubscribing;
import be.quartier.pages.Flash;
import be.quartier.pages.Problem;
import be.quartier.pages.View;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Where the link under every mailing leads: looking changes nothing, one button ends mailings, another takes that back. A mail
 * program may press the first one itself.
 */
@Controller
@RequestMapping("/{commune}/mailings/{token}")
class MailingPages {

    private final Unsubscribing unsubscribing;

    MailingPages(Unsubscribing unsubscribing) {
        this.unsubscribing = unsubscribing;
    }

    @GetMapping
    @Allows(everyone = true)
    View show(Commune commune, @PathVariable String token, HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Referrer-Policy", "no-referrer");
        boolean refused = unsubscribing
                .refused(commune.id(), token)
                .orElseThrow(() -> Problem.notFound().raised());
        return View.of("messaging/mailings", Map.of("token", token, "refused", refused));
    }

    @PostMapping
    @Allows(everyone = true)
    View refuse(Commune commune, @PathVariable String token) {
        return after(commune, token, unsubscribing.refuse(commune.id(), token), "messaging.mailings.refused");
    }

    @PostMapping("/again")
    @Allows(everyone = true)
    View accept(Commune commune, @PathVariable String token) {
        return after(commune, token, unsubscribing.accept(commune.id(), token), "messaging.mailings.accepted");
    }

    private static View after(Commune commune, String token, boolean ours, String said) {
        if (!ours) {
            throw Problem.notFound().raised();
        }
        return View.redirect("/" + commune.slug() + "/mailings/" + token, Flash.done(said));
    }
}

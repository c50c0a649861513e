package be.quartier.shop.payments.web;

import be.quartier.commune.Allows;
import be.quartier.commune.Commune;
import be.quartier.commune.DemoMode;
import be.quartier.commune.Role;
import be.quartier.commune.Visitor;
import be.quartier.pages.Flash;
import be.quartier.pages.Form;
import be.quartier.pages.Problem;
import be.quartier.pages.View;
import be.quartier.people.Actor;
import be.quartier.people.Fresh;
import be.quartier.shop.payments.PaymentKeys;
import be.quartier.shop.payments.PaymentKeys.Kept;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The merchant's key at its payment provider: pasted once, tried, removed; never shown again. */
@Controller
@RequestMapping("/{commune}/merchant/online")
class KeyPages {

    private final PaymentKeys keys;
    private final DemoMode demo;

    KeyPages(PaymentKeys keys, DemoMode demo) {
        this.keys = keys;
        this.demo = demo;
    }

    @GetMapping
    @Allows(Role.MERCHANT)
    @Fresh
    View show(Visitor visitor) {
        return View.of("shop/payments/key", params(visitor, Form.empty()));
    }

    /** Tries a pasted key and keeps it when it works. */
    @PostMapping
    @Allows(Role.MERCHANT)
    @Fresh
    View put(Visitor visitor, Commune commune, Form form) {
        Kept kept = keys.put(merchant(visitor), form.text("secret"), Actor.of(visitor));
        return switch (kept) {
            case DONE, TEST_ONLY -> back(commune, kept);
            case NOT_A_KEY, REAL_IN_DEMO, REFUSED, NO_METHOD, UNREACHABLE -> {
                form.refuse("secret", key(kept));
                yield View.refused("shop/payments/key", params(visitor, form));
            }
        };
    }

    /** Tries the kept key again. */
    @PostMapping("/check")
    @Allows(Role.MERCHANT)
    @Fresh
    View check(Visitor visitor, Commune commune) {
        return back(commune, keys.check(merchant(visitor), Actor.of(visitor)));
    }

    /** Forgets the key. */
    @PostMapping("/removal")
    @Allows(Role.MERCHANT)
    @Fresh
    View remove(Visitor visitor, Commune commune) {
        boolean removed = keys.remove(merchant(visitor), Actor.of(visitor));
        return View.redirect(
                path(commune), removed ? Flash.done("payments.removed") : Flash.warning("payments.kept.not_a_key"));
    }

    private Map<String, ?> params(Visitor visitor, Form form) {
        return Map.of("form", form, "key", keys.of(merchant(visitor)), "demo", demo.on());
    }

    private static View back(Commune commune, Kept kept) {
        return View.redirect(path(commune), kept == Kept.DONE ? Flash.done(key(kept)) : Flash.warning(key(kept)));
    }

    private static String key(Kept kept) {
        return "payments.kept." + kept.name().toLowerCase(Locale.ROOT);
    }

    private static String path(Commune commune) {
        return "/" + commune.slug() + "/merchant/online";
    }

    private static UUID merchant(Visitor visitor) {
        return visitor.merchant().orElseThrow(() -> Problem.forbidden().raised());
    }
}

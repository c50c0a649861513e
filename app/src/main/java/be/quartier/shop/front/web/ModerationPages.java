package be.quartier.shop.front.web;

import be.quartier.commune.Allows;
import be.quartier.commune.Commune;
import be.quartier.commune.Role;
import be.quartier.commune.Visitor;
import be.quartier.merchants.Merchant;
import be.quartier.merchants.Merchants;
import be.quartier.pages.Flash;
import be.quartier.pages.Form;
import be.quartier.pages.View;
import be.quartier.shop.catalogue.Moderation;
import be.quartier.shop.catalogue.ProductChange;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The town hall's look at what is new in the shop: each change with what was said before. */
@Controller
@RequestMapping("/{commune}/shop/moderation")
class ModerationPages {

    private static final int PAGE = 20;
    private static final int REASON_MAX = 500;

    private final Moderation moderation;
    private final Merchants merchants;

    ModerationPages(Moderation moderation, Merchants merchants) {
        this.moderation = moderation;
        this.merchants = merchants;
    }

    @GetMapping
    @Allows({Role.ECONOMY, Role.MODERATOR})
    View list() {
        return View.of("shop/front/moderation", params(Form.empty()));
    }

    @PostMapping("/{change}/seen")
    @Allows({Role.ECONOMY, Role.MODERATOR})
    View see(@PathVariable UUID change, Visitor visitor, Commune commune) {
        return back(commune, moderation.see(change, visitor.id()), "front.moderation.seen");
    }

    @PostMapping("/{change}/down")
    @Allows({Role.ECONOMY, Role.MODERATOR})
    View takeDown(@PathVariable UUID change, Visitor visitor, Commune commune, Form form) {
        String reason = form.text("reason");
        if (reason.isEmpty() || reason.length() > REASON_MAX) {
            form.refuse("reason-" + change, "front.moderation.reason.missing", REASON_MAX);
            return View.refused("shop/front/moderation", params(form));
        }
        return back(commune, moderation.takeDown(change, reason, visitor.id()), "front.moderation.taken-down");
    }

    private Map<String, ?> params(Form form) {
        List<ProductChange> changes = moderation.waiting(new UUID(0, 0), PAGE);
        Map<UUID, String> names = new HashMap<>();
        changes.forEach(change -> names.computeIfAbsent(
                change.product().merchant(),
                id -> merchants.find(id).map(Merchant::name).orElse("")));
        return Map.of("changes", changes, "names", names, "form", form);
    }

    private static View back(Commune commune, boolean done, String key) {
        return View.redirect(
                "/" + commune.slug() + "/shop/moderation",
                done ? Flash.done(key) : Flash.warning("front.moderation.too-late"));
    }
}

package be.quartier.shop.sharing.web;

import be.quartier.commune.Allows;
import be.quartier.commune.Commune;
import be.quartier.commune.Role;
import be.quartier.commune.Visitor;
import be.quartier.pages.Flash;
import be.quartier.pages.Form;
import be.quartier.pages.Problem;
import be.quartier.pages.View;
import be.quartier.shop.sharing.Sharing;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** A merchant decides in which neighbouring communes' shops its goods are shown. */
@Controller
@RequestMapping("/{commune}/merchant/neighbours")
class NeighbourPages {

    private final Sharing sharing;

    NeighbourPages(Sharing sharing) {
        this.sharing = sharing;
    }

    @GetMapping
    @Allows(Role.MERCHANT)
    View show(Visitor visitor) {
        UUID merchant = merchant(visitor);
        Map<Commune, Boolean> partners = new LinkedHashMap<>();
        for (Commune other : sharing.others()) {
            sharing.agreements().stream()
                    .filter(one -> one.partner().equals(other.id()) && one.counts())
                    .findFirst()
                    .ifPresent(
                            _ -> partners.put(other, sharing.shared(other.id()).contains(merchant)));
        }
        return View.of("shop/sharing/neighbours", Map.of("partners", partners));
    }

    @PostMapping
    @Allows(Role.MERCHANT)
    View decide(Visitor visitor, Commune commune, Form form) {
        Commune partner = sharing.others().stream()
                .filter(one -> one.slug().equals(form.text("partner")))
                .findFirst()
                .orElseThrow(() -> Problem.notFound().raised());
        boolean done = form.text("act").equals("show")
                ? sharing.share(merchant(visitor), partner.id(), visitor.id())
                : sharing.unshare(merchant(visitor), partner.id(), visitor.id());
        return View.redirect(
                "/" + commune.slug() + "/merchant/neighbours",
                done ? Flash.done("sharing.decided") : Flash.warning("sharing.known"));
    }

    private static UUID merchant(Visitor visitor) {
        return visitor.merchant().orElseThrow(() -> Problem.forbidden().raised());
    }
}

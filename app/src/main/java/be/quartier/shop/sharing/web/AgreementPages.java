package be.quartier.shop.sharing.web;

import be.quartier.commune.Allows;
import be.quartier.commune.Commune;
import be.quartier.commune.Role;
import be.quartier.commune.Tenancy;
import be.quartier.commune.Visitor;
import be.quartier.merchants.Merchant;
import be.quartier.merchants.Merchants;
import be.quartier.pages.Flash;
import be.quartier.pages.Form;
import be.quartier.pages.Problem;
import be.quartier.pages.View;
import be.quartier.shop.sharing.Agreement;
import be.quartier.shop.sharing.Sharing;
import be.quartier.shop.sharing.Sharing.Neighbour;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The town hall's agreements with other communes: who signed, since when, which shops are shown where, and the end of it. */
@Controller
@RequestMapping("/{commune}/shop/agreements")
class AgreementPages {

    private final Sharing sharing;
    private final Merchants merchants;

    AgreementPages(Sharing sharing, Merchants merchants) {
        this.sharing = sharing;
        this.merchants = merchants;
    }

    @GetMapping
    @Allows(Role.ECONOMY)
    View list() {
        List<Agreement> open = sharing.agreements();
        List<Neighbour> shown = sharing.neighbours();
        List<Commune> others = sharing.others();
        List<Standing> standing = others.stream()
                .flatMap(other -> open.stream()
                        .filter(one -> one.partner().equals(other.id()))
                        .map(one -> new Standing(other, one, names(sharing.shared(other.id())), theirs(shown, other))))
                .toList();
        List<Commune> free = others.stream()
                .filter(other -> open.stream().noneMatch(one -> one.partner().equals(other.id())))
                .toList();
        return View.of("shop/sharing/agreements", Map.of("standing", standing, "free", free, "form", Form.empty()));
    }

    @PostMapping
    @Allows(Role.ECONOMY)
    View sign(Commune commune, Visitor visitor, Form form) {
        boolean signed = sharing.sign(partner(form).id(), visitor.id());
        return back(commune, signed ? Flash.done("sharing.signed") : Flash.warning("sharing.known"));
    }

    @PostMapping("/end")
    @Allows(Role.ECONOMY)
    View end(Commune commune, Visitor visitor, Form form) {
        boolean ended = sharing.end(partner(form).id(), visitor.id());
        return back(commune, ended ? Flash.done("sharing.ended") : Flash.warning("sharing.known"));
    }

    private Commune partner(Form form) {
        return sharing.others().stream()
                .filter(one -> one.slug().equals(form.text("partner")))
                .findFirst()
                .orElseThrow(() -> Problem.notFound().raised());
    }

    private List<String> theirs(List<Neighbour> shown, Commune other) {
        return shown.stream()
                .filter(one -> one.commune().id().equals(other.id()))
                .flatMap(one -> Tenancy.in(other.id(), () -> names(one.merchants())).stream())
                .toList();
    }

    private List<String> names(List<UUID> ids) {
        return ids.stream()
                .flatMap(id -> merchants.find(id).stream())
                .filter(Merchant::accepted)
                .map(Merchant::name)
                .toList();
    }

    private static View back(Commune commune, Flash flash) {
        return View.redirect("/" + commune.slug() + "/shop/agreements", flash);
    }
}

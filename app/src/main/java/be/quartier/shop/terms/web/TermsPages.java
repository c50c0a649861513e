package be.quartier.shop.terms.web;

import be.quartier.commune.Allows;
import be.quartier.commune.Commune;
import be.quartier.commune.Language;
import be.quartier.commune.Role;
import be.quartier.commune.Visitor;
import be.quartier.merchants.Merchant;
import be.quartier.merchants.Merchants;
import be.quartier.pages.Flash;
import be.quartier.pages.Form;
import be.quartier.pages.Problem;
import be.quartier.pages.View;
import be.quartier.people.Actor;
import be.quartier.shop.Modality;
import be.quartier.shop.terms.ShopPhotos;
import be.quartier.shop.terms.ShopTerms;
import be.quartier.shop.terms.Terms;
import be.quartier.shop.terms.TermsSaved;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** How a merchant sells in the shared shop, kept by the merchant; and the switch that opens its front. */
@Controller
@RequestMapping("/{commune}/merchant/terms")
class TermsPages {

    private final Merchants merchants;
    private final ShopTerms terms;
    private final ShopPhotos photos;

    TermsPages(Merchants merchants, ShopTerms terms, ShopPhotos photos) {
        this.merchants = merchants;
        this.terms = terms;
        this.photos = photos;
    }

    @GetMapping
    @Allows(Role.MERCHANT)
    View show(Visitor visitor, Language language) {
        UUID merchant = merchant(visitor).id();
        Terms now = terms.of(merchant).orElseGet(() -> Terms.first(merchant));
        return View.of("shop/terms/terms", params(visitor, TermsFields.of(now, language)));
    }

    @PostMapping
    @Allows(Role.MERCHANT)
    View save(Visitor visitor, Commune commune, Form form) {
        UUID merchant = merchant(visitor).id();
        Optional<Terms> wanted = TermsFields.read(form, merchant);
        if (wanted.isEmpty()) {
            return View.refused("shop/terms/terms", params(visitor, form));
        }
        return switch (terms.save(wanted.get(), by(visitor))) {
            case TermsSaved.Done _ -> back(commune, Flash.done("terms.saved"));
            case TermsSaved.Refused(var lacking) -> {
                Modality.OFFERED.stream()
                        .filter(lacking::containsKey)
                        .forEach(way -> TermsFields.refuse(form, way, Objects.requireNonNull(lacking.get(way))));
                yield View.refused("shop/terms/terms", params(visitor, form));
            }
            case TermsSaved.NoWay _ -> {
                form.refuse(TermsFields.rank(Modality.TRANSFER), "terms.ways.missing");
                yield View.refused("shop/terms/terms", params(visitor, form));
            }
        };
    }

    @PostMapping("/opening")
    @Allows(Role.MERCHANT)
    View open(Visitor visitor, Commune commune) {
        boolean open = terms.publish(merchant(visitor).id(), by(visitor)).isEmpty();
        return back(commune, open ? Flash.done("terms.opened") : Flash.warning("terms.not-yet"));
    }

    @PostMapping("/closing")
    @Allows(Role.MERCHANT)
    View close(Visitor visitor, Commune commune) {
        terms.withdraw(merchant(visitor).id(), by(visitor));
        String path = "/" + commune.slug() + "/merchant/terms";
        return back(commune, Flash.done("terms.closed").undo(path + "/opening", Map.of()));
    }

    private Map<String, ?> params(Visitor visitor, Form form) {
        Merchant merchant = merchant(visitor);
        return Map.of(
                "merchant",
                merchant,
                "form",
                form,
                "photo",
                photos.of(merchant.id()).map(UUID::toString).orElse(""),
                "checks",
                terms.checklist(merchant.id()),
                "preparations",
                TermsFields.preparations(form),
                "open",
                terms.of(merchant.id()).filter(Terms::published).isPresent());
    }

    private Merchant merchant(Visitor visitor) {
        UUID id = visitor.merchant().orElseThrow(() -> Problem.forbidden().raised());
        return merchants.find(id).orElseThrow(() -> Problem.notFound().raised());
    }

    private static Actor by(Visitor visitor) {
        return new Actor.Person(visitor.id());
    }

    private static View back(Commune commune, Flash flash) {
        return View.redirect("/" + commune.slug() + "/merchant/terms", flash);
    }
}

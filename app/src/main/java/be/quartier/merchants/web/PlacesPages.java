package be.quartier.merchants.web;

import be.quartier.commune.Allows;
import be.quartier.commune.Commune;
import be.quartier.commune.Language;
import be.quartier.commune.Role;
import be.quartier.commune.Visitor;
import be.quartier.installation.Ids;
import be.quartier.merchants.Establishment;
import be.quartier.merchants.Merchant;
import be.quartier.merchants.MerchantShops;
import be.quartier.merchants.MerchantShops.Outcome;
import be.quartier.merchants.Merchants;
import be.quartier.merchants.ShopDetails;
import be.quartier.pages.Confirmation;
import be.quartier.pages.Flash;
import be.quartier.pages.Form;
import be.quartier.pages.Problem;
import be.quartier.pages.Texts;
import be.quartier.pages.View;
import be.quartier.people.Actor;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** What the public reads of a merchant's shops, kept up to date by the merchant: names, addresses, hours, descriptions. */
@Controller
@RequestMapping("/{commune}/merchant/places")
class PlacesPages {

    private static final String PAGE = "merchants/place";

    private final Merchants merchants;
    private final MerchantShops shops;
    private final Texts texts;
    private final Ids ids;

    PlacesPages(Merchants merchants, MerchantShops shops, Texts texts, Ids ids) {
        this.merchants = merchants;
        this.shops = shops;
        this.texts = texts;
        this.ids = ids;
    }

    @GetMapping
    @Allows(Role.MERCHANT)
    View list(Visitor visitor) {
        return View.of("merchants/places", Map.of("merchant", merchant(visitor)));
    }

    @GetMapping("/new")
    @Allows(Role.MERCHANT)
    View another(Visitor visitor) {
        Form form = Form.empty()
                .with("id", ids.uuid().toString())
                .with("name", merchant(visitor).name());
        return View.of(PAGE, Map.of("form", form));
    }

    @PostMapping
    @Allows(Role.MERCHANT)
    View add(Visitor visitor, Commune commune, Form form) {
        Optional<ShopDetails> shop = ShopFields.read(form);
        if (shop.isEmpty()) {
            return View.refused(PAGE, Map.of("form", form));
        }
        UUID id = Forms.id(form).orElseGet(ids::uuid);
        Outcome outcome = shops.add(merchant(visitor).id(), id, shop.get(), new Actor.Person(visitor.id()));
        if (outcome == Outcome.TOO_MANY) {
            form.refuse("", "merchants.places.most", MerchantShops.MOST);
            return View.refused(PAGE, Map.of("form", form));
        }
        return back(
                commune, Flash.done("merchants.places.added", shop.get().place().name()));
    }

    @GetMapping("/{place}")
    @Allows(Role.MERCHANT)
    View edit(@PathVariable UUID place, Visitor visitor) {
        Establishment shop = shop(visitor, place);
        return View.of(PAGE, Map.of("form", ShopFields.of(shop), "place", place.toString()));
    }

    @PostMapping("/{place}")
    @Allows(Role.MERCHANT)
    View change(@PathVariable UUID place, Visitor visitor, Commune commune, Form form) {
        Optional<ShopDetails> shop = ShopFields.read(form);
        if (shop.isEmpty()) {
            return View.refused(PAGE, Map.of("form", form, "place", place.toString()));
        }
        Outcome outcome = shops.change(merchant(visitor).id(), place, shop.get(), new Actor.Person(visitor.id()));
        return outcome == Outcome.DONE
                ? back(
                        commune,
                        Flash.done(
                                "merchants.places.changed", shop.get().place().name()))
                : back(commune, Flash.warning("merchants.too-late"));
    }

    @GetMapping("/{place}/close")
    @Allows(Role.MERCHANT)
    View askToClose(@PathVariable UUID place, Visitor visitor, Commune commune, Language language) {
        String address = shop(visitor, place).place().address();
        return View.confirm(new Confirmation(
                "merchants.places.close.question",
                texts.text(language, "merchants.places.close.detail", address),
                "merchants.places.close",
                path(commune) + "/" + place + "/close",
                Map.of(),
                path(commune),
                true));
    }

    @PostMapping("/{place}/close")
    @Allows(Role.MERCHANT)
    View close(@PathVariable UUID place, Visitor visitor, Commune commune) {
        return back(
                commune,
                switch (shops.close(merchant(visitor).id(), place, new Actor.Person(visitor.id()))) {
                    case DONE ->
                        Flash.done("merchants.places.closed")
                                .undo(path(commune) + "/" + place + "/reopening", Map.of());
                    case LAST -> Flash.warning("merchants.places.last");
                    case GONE, TOO_MANY -> Flash.warning("merchants.too-late");
                });
    }

    @PostMapping("/{place}/reopening")
    @Allows(Role.MERCHANT)
    View reopen(@PathVariable UUID place, Visitor visitor, Commune commune) {
        Outcome outcome = shops.reopen(merchant(visitor).id(), place, new Actor.Person(visitor.id()));
        return back(
                commune,
                outcome == Outcome.DONE
                        ? Flash.done("merchants.places.reopened")
                        : Flash.warning("merchants.too-late"));
    }

    private Merchant merchant(Visitor visitor) {
        UUID id = visitor.merchant().orElseThrow(() -> Problem.forbidden().raised());
        return merchants.find(id).orElseThrow(() -> Problem.notFound().raised());
    }

    private Establishment shop(Visitor visitor, UUID place) {
        return merchant(visitor).establishments().stream()
                .filter(shop -> shop.id().equals(place))
                .findFirst()
                .orElseThrow(() -> Problem.notFound().raised());
    }

    private static String path(Commune commune) {
        return "/" + commune.slug() + "/merchant/places";
    }

    private static View back(Commune commune, Flash flash) {
        return View.redirect(path(commune), flash);
    }
}

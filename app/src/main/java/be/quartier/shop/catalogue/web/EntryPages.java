package be.quartier.shop.catalogue.web;

import be.quartier.commune.Allows;
import be.quartier.commune.Commune;
import be.quartier.commune.Language;
import be.quartier.commune.Role;
import be.quartier.commune.Visitor;
import be.quartier.installation.Ids;
import be.quartier.merchants.Merchants;
import be.quartier.pages.Flash;
import be.quartier.pages.Form;
import be.quartier.pages.View;
import be.quartier.people.Actor;
import be.quartier.shop.catalogue.Catalogue;
import be.quartier.shop.catalogue.Developed;
import be.quartier.shop.catalogue.Outcome;
import be.quartier.shop.catalogue.ProductFacts;
import be.quartier.shop.catalogue.Unit;
import be.quartier.shop.catalogue.UsualVat;
import be.quartier.shop.catalogue.VariantFacts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** A new product in under a minute: its picture, its name, its price; the rest can follow. */
@Controller
@RequestMapping("/{commune}/merchant/new-product")
class EntryPages {

    private static final String PAGE = "shop/catalogue/entry";

    private final Catalogue catalogue;
    private final Merchants merchants;
    private final SentPhoto photos;
    private final Ids ids;

    EntryPages(Catalogue catalogue, Merchants merchants, SentPhoto photos, Ids ids) {
        this.catalogue = catalogue;
        this.merchants = merchants;
        this.photos = photos;
        this.ids = ids;
    }

    @GetMapping
    @Allows(Role.MERCHANT)
    View ask() {
        Form form = Form.empty().with("id", ids.uuid().toString()).with("unit", Unit.PIECE.code());
        return View.of(PAGE, Map.of("form", form));
    }

    @PostMapping
    @Allows(Role.MERCHANT)
    View enter(
            Visitor visitor,
            Commune commune,
            Language language,
            Form form,
            @RequestParam(name = "photo", required = false) @Nullable MultipartFile file) {
        UUID merchant = Merchant.of(visitor);
        boolean publish = form.text("act").equals("publish");
        Optional<Developed.Picture> picture = photos.read(form, file);
        if (publish && picture.isEmpty() && form.refusal("photo").isEmpty()) {
            form.refuse("photo", "catalogue.photo.missing");
        }
        Unit unit = form.text("unit").equals(Unit.KILOGRAM.code()) ? Unit.KILOGRAM : Unit.PIECE;
        String name = ProductReader.name(form);
        long cents = PriceField.read(form, "price");
        OptionalLong stock = StockText.read(form, "stock", unit);
        if (form.refused()) {
            if (picture.isPresent()) {
                form.refuse("photo", "catalogue.photo.again");
            }
            return View.refused(PAGE, Map.of("form", form));
        }
        UUID id = Merchant.id(form.text("id")).orElseGet(ids::uuid);
        Actor by = Actor.of(visitor);
        int vat = merchants
                .find(merchant)
                .map(known -> UsualVat.of(known.trade()))
                .orElse(UsualVat.STANDARD);
        Outcome outcome = catalogue.enter(
                merchant, id, ProductFacts.named(name, language, vat), VariantFacts.priced(unit, cents), stock, by);
        if (outcome == Outcome.DONE && picture.isPresent()) {
            outcome = catalogue.picture(merchant, id, picture.get(), by);
        }
        if (outcome == Outcome.DONE && publish) {
            outcome = catalogue.publish(merchant, id, by);
        }
        if (outcome != Outcome.DONE) {
            form.refuse("", "catalogue.outcome." + outcome.code());
            return View.refused(PAGE, Map.of("form", form));
        }
        List<UUID> twins = catalogue.named(merchant, name, id);
        Flash flash = twins.isEmpty()
                ? Flash.done(publish ? "catalogue.entered.published" : "catalogue.entered.draft", name)
                : Flash.warning("catalogue.entered.twin", name);
        return View.redirect("/" + commune.slug() + "/merchant/products/" + id, flash);
    }
}

package be.quartier.shop.catalogue.web;

import be.quartier.commune.Allows;
import be.quartier.commune.Commune;
import be.quartier.commune.Language;
import be.quartier.commune.Role;
import be.quartier.commune.Visitor;
import be.quartier.installation.Ids;
import be.quartier.pages.Flash;
import be.quartier.pages.Form;
import be.quartier.pages.Problem;
import be.quartier.pages.View;
import be.quartier.people.Actor;
import be.quartier.shop.catalogue.Catalogue;
import be.quartier.shop.catalogue.Developed;
import be.quartier.shop.catalogue.Moderation;
import be.quartier.shop.catalogue.Outcome;
import be.quartier.shop.catalogue.Product;
import be.quartier.shop.catalogue.ProductFacts;
import be.quartier.shop.catalogue.Unit;
import be.quartier.shop.catalogue.Variant;
import be.quartier.shop.catalogue.VariantFacts;
import be.quartier.shop.catalogue.Variants;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** One product as its merchant keeps it: what is said of it, its picture, its state, its variants. */
@Controller
@RequestMapping("/{commune}/merchant/products/{id}")
class ProductPages {

    private static final String PAGE = "shop/catalogue/product";
    private static final String VARIANT = "shop/catalogue/variant";

    private final Catalogue catalogue;
    private final Variants variants;
    private final Moderation moderation;
    private final SentPhoto photos;
    private final Ids ids;

    ProductPages(Catalogue catalogue, Variants variants, Moderation moderation, SentPhoto photos, Ids ids) {
        this.catalogue = catalogue;
        this.variants = variants;
        this.moderation = moderation;
        this.photos = photos;
        this.ids = ids;
    }

    @GetMapping
    @Allows(Role.MERCHANT)
    View show(@PathVariable UUID id, Visitor visitor) {
        Product product = own(visitor, id);
        return View.of(PAGE, params(product, ProductReader.form(product)));
    }

    @PostMapping
    @Allows(Role.MERCHANT)
    View change(@PathVariable UUID id, Visitor visitor, Commune commune, Language language, Form form) {
        Product product = own(visitor, id);
        ProductFacts facts = ProductReader.facts(form, language);
        if (form.refused()) {
            return View.refused(PAGE, params(product, form));
        }
        Outcome outcome = catalogue.change(Merchant.of(visitor), id, facts, Actor.of(visitor));
        boolean twin = !catalogue.named(Merchant.of(visitor), facts.name(), id).isEmpty();
        return back(
                commune,
                id,
                outcome == Outcome.DONE && twin
                        ? Flash.warning("catalogue.changed.twin", facts.name())
                        : flash(outcome, "catalogue.changed"));
    }

    @PostMapping("/photo")
    @Allows(Role.MERCHANT)
    View picture(
            @PathVariable UUID id,
            Visitor visitor,
            Commune commune,
            Form sent,
            @RequestParam(name = "photo", required = false) @Nullable MultipartFile file) {
        Product product = own(visitor, id);
        Optional<Developed.Picture> picture = photos.read(sent, file);
        if (picture.isEmpty()) {
            Form form = ProductReader.form(product);
            sent.refusal("photo")
                    .ifPresentOrElse(
                            refusal -> form.refuse("photo", refusal.key()),
                            () -> form.refuse("photo", "catalogue.photo.missing"));
            return View.refused(PAGE, params(product, form));
        }
        Outcome outcome = catalogue.picture(Merchant.of(visitor), id, picture.get(), Actor.of(visitor));
        return back(commune, id, flash(outcome, "catalogue.photo.changed"));
    }

    @PostMapping("/state")
    @Allows(Role.MERCHANT)
    View move(@PathVariable UUID id, Visitor visitor, Commune commune, Form form) {
        boolean publish = form.text("act").equals("publish");
        Outcome outcome = publish
                ? catalogue.publish(Merchant.of(visitor), id, Actor.of(visitor))
                : catalogue.withdraw(Merchant.of(visitor), id, Actor.of(visitor));
        Flash flash = flash(outcome, publish ? "catalogue.published" : "catalogue.withdrawn");
        String undo = "/" + commune.slug() + "/merchant/products/" + id + "/state";
        return back(
                commune,
                id,
                outcome == Outcome.DONE ? flash.undo(undo, Map.of("act", publish ? "withdraw" : "publish")) : flash);
    }

    @GetMapping("/variants/new")
    @Allows(Role.MERCHANT)
    View another(@PathVariable UUID id, Visitor visitor) {
        Product product = own(visitor, id);
        String unit = product.variants().isEmpty()
                ? Unit.PIECE.code()
                : product.variants().getFirst().facts().unit().code();
        Form form = Form.empty()
                .with("id", ids.uuid().toString())
                .with("unit", unit)
                .with("lead", "0");
        return View.of(VARIANT, Map.of("product", product, "form", form));
    }

    @PostMapping("/variants/new")
    @Allows(Role.MERCHANT)
    View add(@PathVariable UUID id, Visitor visitor, Commune commune, Form form) {
        Product product = own(visitor, id);
        Unit unit = form.text("unit").equals(Unit.KILOGRAM.code()) ? Unit.KILOGRAM : Unit.PIECE;
        VariantFacts facts = ProductReader.variant(form, unit);
        OptionalLong stock = StockText.read(form, "stock", unit);
        if (form.refused()) {
            return View.refused(VARIANT, Map.of("product", product, "form", form));
        }
        UUID variant = Merchant.id(form.text("id")).orElseGet(ids::uuid);
        Outcome outcome = variants.add(Merchant.of(visitor), id, variant, facts, stock, Actor.of(visitor));
        return back(commune, id, flash(outcome, "catalogue.variant.added"));
    }

    @GetMapping("/variants/{variant}")
    @Allows(Role.MERCHANT)
    View variant(@PathVariable UUID id, @PathVariable UUID variant, Visitor visitor, Language language) {
        Product product = own(visitor, id);
        Variant found = variant(product, variant);
        return View.of(VARIANT, params(product, found, ProductReader.form(found, language)));
    }

    @PostMapping("/variants/{variant}")
    @Allows(Role.MERCHANT)
    View change(@PathVariable UUID id, @PathVariable UUID variant, Visitor visitor, Commune commune, Form form) {
        Product product = own(visitor, id);
        Variant found = variant(product, variant);
        VariantFacts facts = ProductReader.variant(form, found.facts().unit());
        OptionalLong counted = StockText.read(form, "stock", found.facts().unit());
        if (form.refused()) {
            return View.refused(VARIANT, params(product, found, form));
        }
        Actor by = Actor.of(visitor);
        Outcome outcome = variants.change(Merchant.of(visitor), id, variant, facts, by);
        if (outcome == Outcome.DONE) {
            OptionalLong seen = StockText.number(form.text("seen"));
            outcome = variants.count(Merchant.of(visitor), id, variant, seen, counted, by);
        }
        return back(commune, id, flash(outcome, "catalogue.variant.changed"));
    }

    @PostMapping("/variants/{variant}/end")
    @Allows(Role.MERCHANT)
    View end(@PathVariable UUID id, @PathVariable UUID variant, Visitor visitor, Commune commune) {
        Outcome outcome = variants.end(Merchant.of(visitor), id, variant, Actor.of(visitor));
        return back(commune, id, flash(outcome, "catalogue.variant.ended"));
    }

    private Product own(Visitor visitor, UUID id) {
        UUID merchant = Merchant.of(visitor);
        return catalogue
                .find(id)
                .filter(product -> product.merchant().equals(merchant))
                .orElseThrow(() -> Problem.notFound().raised());
    }

    private static Variant variant(Product product, UUID id) {
        return product.variants().stream()
                .filter(variant -> variant.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.notFound().raised());
    }

    private Map<String, ?> params(Product product, Form form) {
        Map<String, Object> params = new HashMap<>();
        params.put("product", product);
        params.put("form", form);
        params.put("held", moderation.held(product.id()).orElse(""));
        List<UUID> twins = catalogue.named(product.merchant(), product.facts().name(), product.id());
        params.put("twins", twins);
        return params;
    }

    private static Map<String, ?> params(Product product, Variant variant, Form form) {
        return Map.of("product", product, "variant", Optional.of(variant), "form", form);
    }

    private static Flash flash(Outcome outcome, String done) {
        return outcome == Outcome.DONE ? Flash.done(done) : Flash.warning("catalogue.outcome." + outcome.code());
    }

    private static View back(Commune commune, UUID id, Flash flash) {
        return View.redirect("/" + commune.slug() + "/merchant/products/" + id, flash);
    }
}

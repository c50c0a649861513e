package be.quartier.shop.catalogue.web;

import be.quartier.commune.Allows;
import be.quartier.commune.Commune;
import be.quartier.commune.Role;
import be.quartier.commune.Visitor;
import be.quartier.pages.Flash;
import be.quartier.pages.Form;
import be.quartier.pages.Problem;
import be.quartier.pages.View;
import be.quartier.people.Actor;
import be.quartier.shop.catalogue.Catalogue;
import be.quartier.shop.catalogue.Developed;
import be.quartier.shop.catalogue.Gallery;
import be.quartier.shop.catalogue.GalleryPhoto;
import be.quartier.shop.catalogue.Outcome;
import be.quartier.shop.catalogue.Product;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** A merchant's gallery: more pictures of a product, or of the shop itself; and their files. */
@Controller
class GalleryPages {

    private static final Duration KEPT = Duration.ofDays(365);

    private final Gallery gallery;
    private final Catalogue catalogue;
    private final SentPhoto photos;

    GalleryPages(Gallery gallery, Catalogue catalogue, SentPhoto photos) {
        this.gallery = gallery;
        this.catalogue = catalogue;
        this.photos = photos;
    }

    @GetMapping("/{commune}/merchant/gallery")
    @Allows(Role.MERCHANT)
    View show(Visitor visitor, Form form) {
        Optional<Product> product = product(visitor, form);
        return page(visitor, product, Form.empty());
    }

    @PostMapping("/{commune}/merchant/gallery")
    @Allows(Role.MERCHANT)
    View add(
            Visitor visitor,
            Commune commune,
            Form form,
            @RequestParam(name = "photo", required = false) @Nullable MultipartFile file) {
        Optional<Product> product = product(visitor, form);
        checkAlt(form);
        Optional<Developed.Picture> picture = photos.read(form, file);
        if (picture.isEmpty() && form.refusal("photo").isEmpty()) {
            form.refuse("photo", "gallery.photo.missing");
        }
        if (form.refused()) {
            return page(visitor, product, form);
        }
        Outcome outcome = gallery.add(
                Merchant.of(visitor),
                product.map(Product::id),
                picture.orElseThrow(),
                form.text("alt"),
                Actor.of(visitor));
        return back(
                commune,
                product.map(Product::id),
                outcome == Outcome.DONE ? Flash.done("gallery.added") : Flash.warning("gallery.full"));
    }

    /** Says what it shows, puts it forward or takes it away. */
    @PostMapping("/{commune}/merchant/gallery/{photo}")
    @Allows(Role.MERCHANT)
    View change(@PathVariable UUID photo, Visitor visitor, Commune commune, Form form) {
        UUID merchant = Merchant.of(visitor);
        GalleryPhoto found = gallery.find(photo)
                .filter(one -> one.merchant().equals(merchant))
                .orElseThrow(() -> Problem.notFound().raised());
        Actor by = Actor.of(visitor);
        switch (form.text("act")) {
            case "forward" -> gallery.forward(merchant, photo, by);
            case "remove" -> gallery.remove(merchant, photo, by);
            default -> {
                checkAlt(form);
                if (form.refused()) {
                    return back(commune, found.product(), Flash.warning("gallery.alt.wrong-one"));
                }
                gallery.describe(merchant, photo, form.text("alt"), by);
            }
        }
        return back(commune, found.product(), Flash.done("gallery.changed"));
    }

    /** The file of a picture; one of a product that is not on sale is for its merchant alone. */
    @GetMapping("/{commune}/shop/gallery/{photo}/{size}.jpg")
    @Allows(everyone = true)
    ResponseEntity<byte[]> file(@PathVariable UUID photo, @PathVariable String size, Visitor visitor) {
        GalleryPhoto found = gallery.find(photo)
                .filter(_ -> size.equals("list") || size.equals("page"))
                .orElseThrow(() -> Problem.notFound().raised());
        boolean open = found.product().isEmpty()
                || found.product()
                        .flatMap(catalogue::find)
                        .filter(Product::published)
                        .isPresent();
        if (!open && visitor.merchant().filter(found.merchant()::equals).isEmpty()) {
            throw Problem.notFound().raised();
        }
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .cacheControl(open ? CacheControl.maxAge(KEPT).cachePublic().immutable() : CacheControl.noStore())
                .body(gallery.file(photo, size.equals("page"))
                        .orElseThrow(() -> Problem.notFound().raised()));
    }

    private View page(Visitor visitor, Optional<Product> product, Form form) {
        Map<String, Object> model = Map.of(
                "photos",
                gallery.of(Merchant.of(visitor), product.map(Product::id)),
                "product",
                product,
                "form",
                form,
                "most",
                Gallery.MOST);
        return form.refused()
                ? View.refused("shop/catalogue/gallery", model)
                : View.of("shop/catalogue/gallery", model);
    }

    /** The product the address names, when it is this merchant's; empty for the gallery of the shop itself. */
    private Optional<Product> product(Visitor visitor, Form form) {
        if (!form.has("product")) {
            return Optional.empty();
        }
        return Optional.of(Merchant.id(form.text("product"))
                .flatMap(catalogue::find)
                .filter(found -> found.merchant().equals(Merchant.of(visitor)))
                .orElseThrow(() -> Problem.notFound().raised()));
    }

    private static void checkAlt(Form form) {
        int length = form.text("alt").strip().length();
        if (length < 1 || length > GalleryPhoto.ALT_MAX) {
            form.refuse("alt", "gallery.alt.wrong", GalleryPhoto.ALT_MAX);
        }
    }

    private static View back(Commune commune, Optional<UUID> product, Flash flash) {
        return View.redirect(
                "/" + commune.slug() + "/merchant/gallery"
                        + product.map(id -> "?product=" + id).orElse(""),
                flash);
    }
}

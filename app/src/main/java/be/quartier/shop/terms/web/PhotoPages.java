package be.quartier.shop.terms.web;

import be.quartier.commune.Allows;
import be.quartier.commune.Commune;
import be.quartier.commune.Role;
import be.quartier.commune.Visitor;
import be.quartier.pages.Flash;
import be.quartier.pages.Problem;
import be.quartier.pages.View;
import be.quartier.people.Actor;
import be.quartier.shop.catalogue.Darkroom;
import be.quartier.shop.catalogue.Developed;
import be.quartier.shop.terms.ShopPhotos;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
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

/** The picture of a merchant: sent by it, shown to everyone. */
@Controller
class PhotoPages {

    private static final Duration KEPT = Duration.ofDays(365);

    private final ShopPhotos photos;
    private final Darkroom darkroom;

    PhotoPages(ShopPhotos photos, Darkroom darkroom) {
        this.photos = photos;
        this.darkroom = darkroom;
    }

    /** The id in the address changes with the picture, so browsers may keep it. */
    @GetMapping("/{commune}/shops/{merchant}/photo/{id}/{size}.jpg")
    @Allows(everyone = true)
    ResponseEntity<byte[]> show(@PathVariable UUID merchant, @PathVariable UUID id, @PathVariable String size) {
        byte[] file = Optional.of(size)
                .filter(wanted -> wanted.equals("list") || wanted.equals("page"))
                .flatMap(wanted -> photos.file(merchant, id, wanted.equals("page")))
                .orElseThrow(() -> Problem.notFound().raised());
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .cacheControl(CacheControl.maxAge(KEPT).cachePublic().immutable())
                .body(file);
    }

    @PostMapping("/{commune}/merchant/terms/photo")
    @Allows(Role.MERCHANT)
    View send(
            Visitor visitor,
            Commune commune,
            @RequestParam(name = "photo", required = false) @Nullable MultipartFile file) {
        UUID merchant = visitor.merchant().orElseThrow(() -> Problem.forbidden().raised());
        if (file == null || file.isEmpty()) {
            return back(commune, Flash.warning("terms.photo.missing"));
        }
        if (file.getSize() > Darkroom.BYTES_MAX) {
            return back(commune, Flash.warning("catalogue.photo.too-large"));
        }
        return switch (darkroom.develop(bytes(file))) {
            case Developed.Picture picture -> {
                photos.put(merchant, picture, new Actor.Person(visitor.id()));
                yield back(commune, Flash.done("terms.photo.changed"));
            }
            case Developed.Refused(Developed.Why why) -> back(commune, Flash.warning("catalogue.photo." + why.code()));
        };
    }

    @PostMapping("/{commune}/merchant/terms/photo/removal")
    @Allows(Role.MERCHANT)
    View remove(Visitor visitor, Commune commune) {
        UUID merchant = visitor.merchant().orElseThrow(() -> Problem.forbidden().raised());
        photos.remove(merchant, new Actor.Person(visitor.id()));
        return back(commune, Flash.done("terms.photo.removed"));
    }

    private static byte[] bytes(MultipartFile file) {
        try {
            return file.getBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static View back(Commune commune, Flash flash) {
        return View.redirect("/" + commune.slug() + "/merchant/terms", flash);
    }
}

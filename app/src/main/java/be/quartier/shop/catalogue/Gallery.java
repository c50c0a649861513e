package be.quartier.shop.catalogue;

import be.quartier.commune.CommuneId;
import be.quartier.commune.Tenancy;
import be.quartier.installation.Ids;
import be.quartier.people.Actor;
import be.quartier.people.AuditTrail;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * More pictures of a product beside its first one, and of the merchant itself, in the commune of {@link Tenancy}: added, put in
 * order, described, taken away. They come from the {@link Darkroom}, so nothing of a camera is left in them.
 */
@Service
@Transactional
public class Gallery {

    /** Most pictures of one product, and of one merchant. */
    public static final int MOST = 8;

    private final GalleryRows rows;
    private final ProductRows products;
    private final Moderation moderation;
    private final AuditTrail audit;
    private final Ids ids;
    private final InstantSource clock;

    Gallery(
            GalleryRows rows,
            ProductRows products,
            Moderation moderation,
            AuditTrail audit,
            Ids ids,
            InstantSource clock) {
        this.rows = rows;
        this.products = products;
        this.moderation = moderation;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** The pictures of a product, or of the merchant itself, in order. */
    @Transactional(readOnly = true)
    public List<GalleryPhoto> of(UUID merchant, Optional<UUID> product) {
        return rows.of(commune(), merchant, product);
    }

    /** One picture. */
    @Transactional(readOnly = true)
    public Optional<GalleryPhoto> find(UUID photo) {
        return rows.find(commune(), photo);
    }

    /** The JPEG file of a picture, small or large. */
    @Transactional(readOnly = true)
    public Optional<byte[]> file(UUID photo, boolean large) {
        return rows.file(commune(), photo, large);
    }

    /** Adds one at the end; what shows a published product is looked at by the town hall. */
    public Outcome add(UUID merchant, Optional<UUID> product, Developed.Picture picture, String alt, Actor by) {
        Optional<Product> shown = product.flatMap(id -> products.find(commune(), id))
                .filter(found -> found.merchant().equals(merchant));
        if (product.isPresent() && shown.isEmpty()) {
            return Outcome.UNKNOWN;
        }
        rows.lock(commune(), merchant);
        List<GalleryPhoto> all = rows.of(commune(), merchant, product);
        if (all.size() >= MOST) {
            return Outcome.TOO_MANY;
        }
        // Not in the order of time: the address of a picture that is not public yet is not to be guessed.
        var photo = new GalleryPhoto(ids.randomUuid(), merchant, product, alt);
        rows.add(commune(), photo, all.size(), picture, clock.instant());
        number(rows.of(commune(), merchant, product));
        shown.ifPresent(moderation::pictured);
        audit.record(by, "catalogue.gallery-added", subject(photo));
        return Outcome.DONE;
    }

    /** Says anew what a picture shows. */
    public Outcome describe(UUID merchant, UUID photo, String alt, Actor by) {
        return with(merchant, photo, found -> {
            rows.describe(commune(), photo, alt);
            audit.record(by, "catalogue.gallery-described", subject(found));
        });
    }

    /** Puts a picture one place further to the front; the first stays. */
    public Outcome forward(UUID merchant, UUID photo, Actor by) {
        return with(merchant, photo, found -> {
            List<GalleryPhoto> all = new ArrayList<>(rows.of(commune(), merchant, found.product()));
            int at = all.stream().map(GalleryPhoto::id).toList().indexOf(photo);
            if (at > 0) {
                Collections.swap(all, at, at - 1);
                number(all);
                audit.record(by, "catalogue.gallery-ordered", subject(found));
            }
        });
    }

    /** Takes a picture away. */
    public Outcome remove(UUID merchant, UUID photo, Actor by) {
        return with(merchant, photo, found -> {
            rows.remove(commune(), photo);
            audit.record(by, "catalogue.gallery-removed", subject(found));
        });
    }

    private Outcome with(UUID merchant, UUID photo, Consumer<GalleryPhoto> act) {
        rows.lock(commune(), merchant);
        Optional<GalleryPhoto> found =
                rows.find(commune(), photo).filter(one -> one.merchant().equals(merchant));
        found.ifPresent(act);
        return found.isPresent() ? Outcome.DONE : Outcome.UNKNOWN;
    }

    private void number(List<GalleryPhoto> all) {
        for (int position = 0; position < all.size(); position++) {
            rows.place(commune(), all.get(position).id(), position);
        }
    }

    private static String subject(GalleryPhoto photo) {
        return photo.product().map(id -> "product:" + id).orElseGet(() -> "merchant:" + photo.merchant());
    }

    private static CommuneId commune() {
        return Tenancy.required();
    }
}

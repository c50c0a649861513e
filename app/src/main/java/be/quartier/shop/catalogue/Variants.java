package be.quartier.shop.catalogue;

import be.quartier.commune.CommuneId;
import be.quartier.commune.Tenancy;
import be.quartier.people.Actor;
import be.quartier.people.AuditTrail;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The variants of a merchant's products and their stock, in the commune of {@link Tenancy}; see {@link Catalogue}. */
@Service
public class Variants {

    /** Most variants of one product. */
    public static final int MOST = 30;

    private final ProductRows products;
    private final VariantRows rows;
    private final Catalogue catalogue;
    private final AuditTrail audit;
    private final InstantSource clock;

    Variants(ProductRows products, VariantRows rows, Catalogue catalogue, AuditTrail audit, InstantSource clock) {
        this.products = products;
        this.rows = rows;
        this.catalogue = catalogue;
        this.audit = audit;
        this.clock = clock;
    }

    /** Adds a variant under an id made by the caller; stock as in {@link Catalogue#enter}. */
    @Transactional
    public Outcome add(UUID merchant, UUID product, UUID id, VariantFacts facts, OptionalLong stock, Actor by) {
        Optional<Product> found = locked(merchant, product);
        if (found.isEmpty()) {
            return Outcome.UNKNOWN;
        }
        if (found.get().variants().size() >= MOST) {
            return Outcome.TOO_MANY;
        }
        if (rows.add(commune(), id, product, facts)) {
            stock.ifPresent(available -> rows.stocked(commune(), id, available));
            audit.record(by, "catalogue.variant-added", subject(id));
            catalogue.index(merchant, List.of(product));
        }
        return Outcome.DONE;
    }

    /** Changes what is said of a variant; what it is counted in stays. */
    @Transactional
    public Outcome change(UUID merchant, UUID product, UUID id, VariantFacts facts, Actor by) {
        Optional<Variant> variant = variant(merchant, product, id);
        if (variant.isEmpty()) {
            return Outcome.UNKNOWN;
        }
        if (!variant.get().facts().equals(facts)) {
            rows.change(commune(), id, facts);
            String cents = Long.toString(facts.priceCents());
            audit.record(by, "catalogue.variant-changed", subject(id), Map.of("cents", cents));
            if (!variant.get().facts().name().equals(facts.name())) {
                catalogue.index(merchant, List.of(product));
            }
        }
        return Outcome.DONE;
    }

    /** Takes a variant out of sale for good. */
    @Transactional
    public Outcome end(UUID merchant, UUID product, UUID id, Actor by) {
        Optional<Product> found = locked(merchant, product);
        if (found.isEmpty()) {
            return Outcome.UNKNOWN;
        }
        if (found.get().variants().stream().noneMatch(variant -> variant.id().equals(id))) {
            return Outcome.DONE;
        }
        if (found.get().published() && found.get().variants().size() == 1) {
            return Outcome.NO_VARIANT;
        }
        rows.end(commune(), id, clock.instant());
        audit.record(by, "catalogue.variant-ended", subject(id));
        catalogue.index(merchant, List.of(product));
        return Outcome.DONE;
    }

    /**
     * Takes over a count of the shelf: what was sold between the moment the merchant saw the old number and now is kept out of the
     * new one.
     *
     * @param seen the number the merchant saw; empty when it was made to order
     * @param counted the number counted; empty to make it to order
     */
    @Transactional
    public Outcome count(UUID merchant, UUID product, UUID id, OptionalLong seen, OptionalLong counted, Actor by) {
        Optional<Variant> variant = variant(merchant, product, id);
        if (variant.isEmpty()) {
            return Outcome.UNKNOWN;
        }
        if (seen.equals(counted)) {
            return Outcome.DONE;
        }
        boolean stocked = variant.get().available().isPresent();
        if (counted.isEmpty()) {
            rows.madeToOrder(commune(), id);
        } else if (!stocked) {
            rows.stocked(commune(), id, counted.getAsLong());
        } else if (!rows.counted(
                commune(),
                id,
                counted.getAsLong() - seen.orElse(variant.get().available().getAsLong()))) {
            return Outcome.SOLD_MEANWHILE;
        }
        audit.record(
                by,
                "catalogue.stock-counted",
                subject(id),
                Map.of("count", counted.isPresent() ? Long.toString(counted.getAsLong()) : "-"));
        return Outcome.DONE;
    }

    private Optional<Variant> variant(UUID merchant, UUID product, UUID id) {
        return locked(merchant, product).stream()
                .flatMap(found -> found.variants().stream())
                .filter(variant -> variant.id().equals(id))
                .findFirst();
    }

    private Optional<Product> locked(UUID merchant, UUID product) {
        return products.lock(commune(), product, merchant) ? products.find(commune(), product) : Optional.empty();
    }

    private static String subject(UUID variant) {
        return "variant:" + variant;
    }

    private static CommuneId commune() {
        return Tenancy.required();
    }
}

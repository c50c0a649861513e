package be.quartier.shop.catalogue;

import be.quartier.commune.CommuneId;
import be.quartier.commune.Language;
import be.quartier.commune.Tenancy;
import be.quartier.installation.Ids;
import be.quartier.merchants.Merchant;
import be.quartier.merchants.Merchants;
import be.quartier.merchants.Trade;
import be.quartier.merchants.Trades;
import be.quartier.people.Actor;
import be.quartier.people.AuditTrail;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The products of the merchants of the commune of {@link Tenancy}. Each verb changes a product of its own merchant only, keeps the
 * search up to date and leaves a line in the trail, all or nothing; asked twice, it is done once.
 */
@Service
public class Catalogue {

    /** Most products of one merchant. */
    public static final int MOST = 5_000;

    /** A key above every id: where a list, newest first, begins. */
    public static final UUID NEWEST = new UUID(-1, -1);

    private final ProductRows rows;
    private final VariantRows variants;
    private final PhotoRows photos;
    private final WordRows words;
    private final Moderation moderation;
    private final Merchants merchants;
    private final Trades trades;
    private final AuditTrail audit;
    private final Ids ids;
    private final InstantSource clock;

    Catalogue(
            ProductRows rows,
            VariantRows variants,
            PhotoRows photos,
            WordRows words,
            Moderation moderation,
            Merchants merchants,
            Trades trades,
            AuditTrail audit,
            Ids ids,
            InstantSource clock) {
        this.rows = rows;
        this.variants = variants;
        this.photos = photos;
        this.words = words;
        this.moderation = moderation;
        this.merchants = merchants;
        this.trades = trades;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** One product, whatever its state. */
    @Transactional(readOnly = true)
    public Optional<Product> find(UUID product) {
        return rows.find(commune(), product);
    }

    /** Those of these products that are there, in no order. */
    @Transactional(readOnly = true)
    public List<Product> many(Collection<UUID> products) {
        return rows.many(commune(), products);
    }

    /**
     * Products of a merchant, newest first.
     *
     * @param name what the name holds, or the merchant's own number; empty for all
     * @param state empty for all
     * @param before the last id of the page before, {@link #NEWEST} for the first page
     */
    @Transactional(readOnly = true)
    public List<Product> of(UUID merchant, String name, Optional<ProductState> state, UUID before, int most) {
        String code = state.map(ProductState::code).orElse("");
        return rows.of(commune(), merchant, name, code, before, most);
    }

    /** Other products of the merchant under this name, but for capitals and those withdrawn. */
    @Transactional(readOnly = true)
    public List<UUID> named(UUID merchant, String name, UUID except) {
        return rows.named(commune(), merchant, name.strip(), except);
    }

    /**
     * Enters a product with its first variant as a draft, under an id made by the caller.
     *
     * @param stock how many pieces or grams there are; empty when made to order
     */
    @Transactional
    public Outcome enter(
            UUID merchant, UUID product, ProductFacts facts, VariantFacts first, OptionalLong stock, Actor by) {
        if (rows.count(commune(), merchant) >= MOST) {
            return Outcome.TOO_MANY;
        }
        if (rows.add(commune(), product, merchant, facts, clock.instant())) {
            UUID variant = ids.uuid();
            variants.add(commune(), variant, product, first);
            stock.ifPresent(available -> variants.stocked(commune(), variant, available));
            audit.record(by, "catalogue.product-entered", subject(product));
            return Outcome.DONE;
        }
        return rows.lock(commune(), product, merchant) ? Outcome.DONE : Outcome.UNKNOWN;
    }

    /** Changes what is said of a product. */
    @Transactional
    public Outcome change(UUID merchant, UUID product, ProductFacts facts, Actor by) {
        Optional<Product> before = locked(merchant, product);
        if (before.isEmpty()) {
            return Outcome.UNKNOWN;
        }
        if (before.get().facts().equals(facts)) {
            return Outcome.DONE;
        }
        rows.change(commune(), product, merchant, facts, clock.instant());
        audit.record(by, "catalogue.product-changed", subject(product));
        changed(merchant, before.get());
        return Outcome.DONE;
    }

    /** Shows a product in the shop. */
    @Transactional
    public Outcome publish(UUID merchant, UUID product, Actor by) {
        Optional<Product> found = locked(merchant, product);
        if (found.isEmpty()) {
            return Outcome.UNKNOWN;
        }
        if (found.get().photo().isEmpty()) {
            return Outcome.NO_PHOTO;
        }
        if (found.get().variants().isEmpty()) {
            return Outcome.NO_VARIANT;
        }
        if (moderation.held(product).isPresent()) {
            return Outcome.HELD;
        }
        if (rows.move(commune(), product, ProductState.PUBLISHED, clock.instant())) {
            audit.record(by, "catalogue.product-published", subject(product));
            index(merchant, List.of(product));
            moderation.appeared(found.get());
        }
        return Outcome.DONE;
    }

    /** Takes a product out of the shop; what was ordered stays ordered. */
    @Transactional
    public Outcome withdraw(UUID merchant, UUID product, Actor by) {
        if (locked(merchant, product).isEmpty()) {
            return Outcome.UNKNOWN;
        }
        if (rows.move(commune(), product, ProductState.WITHDRAWN, clock.instant())) {
            audit.record(by, "catalogue.product-withdrawn", subject(product));
            words.forget(commune(), List.of(product));
        }
        return Outcome.DONE;
    }

    /** Gives a product this picture in the place of the one before. */
    @Transactional
    public Outcome picture(UUID merchant, UUID product, Developed.Picture picture, Actor by) {
        Optional<Product> before = locked(merchant, product);
        if (before.isEmpty()) {
            return Outcome.UNKNOWN;
        }
        photos.put(commune(), ids.randomUuid(), product, picture, clock.instant());
        audit.record(by, "catalogue.picture-changed", subject(product));
        changed(merchant, before.get());
        return Outcome.DONE;
    }

    /** The picture of this id in a size, with the product it shows. */
    @Transactional(readOnly = true)
    public Optional<Photo> photo(UUID photo, PhotoSize size) {
        return photos.product(commune(), photo)
                .flatMap(product -> rows.find(commune(), product))
                .flatMap(product -> photos.file(commune(), photo, size).map(file -> new Photo(product, file)));
    }

    /** Writes anew what the search knows of these products of one merchant. */
    @Transactional
    public void index(UUID merchant, Collection<UUID> products) {
        words.write(commune(), products, more(merchant));
    }

    private void changed(UUID merchant, Product before) {
        moderation.changed(before, rows.find(commune(), before.id()).orElseThrow());
        if (before.published()) {
            index(merchant, List.of(before.id()));
        }
    }

    /** Words under which all goods of a merchant are found: its name and its trade in every language. */
    private String more(UUID merchant) {
        Optional<Merchant> known = merchants.find(merchant);
        var text = new StringBuilder(known.map(Merchant::name).orElse(""));
        for (Trade trade : trades.all()) {
            if (known.map(Merchant::trade).filter(trade.code()::equals).isPresent()) {
                for (Language language : Language.values()) {
                    text.append(' ').append(trade.name(language));
                }
            }
        }
        return text.toString();
    }

    private Optional<Product> locked(UUID merchant, UUID product) {
        return rows.lock(commune(), product, merchant) ? rows.find(commune(), product) : Optional.empty();
    }

    private static String subject(UUID product) {
        return "product:" + product;
    }

    private static CommuneId commune() {
        return Tenancy.required();
    }
}

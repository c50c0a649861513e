package be.quartier.shop.catalogue;

import be.quartier.commune.CommuneId;
import be.quartier.commune.Tenancy;
import be.quartier.installation.Ids;
import be.quartier.merchants.Merchants;
import be.quartier.messaging.Messages;
import be.quartier.messaging.Recipient;
import be.quartier.people.Actor;
import be.quartier.people.AuditTrail;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The town hall's look at what merchants publish, afterwards: each new or changed product waits as a change with what was said
 * before; staff takes note of it or takes the product out of the shop with a reason, which its merchant is told. It stays out until
 * its merchant changes it, and is then looked at again.
 */
@Service
public class Moderation {

    private final ChangeRows rows;
    private final ProductRows products;
    private final WordRows words;
    private final Merchants merchants;
    private final Messages messages;
    private final AuditTrail audit;
    private final Ids ids;
    private final InstantSource clock;

    Moderation(
            ChangeRows rows,
            ProductRows products,
            WordRows words,
            Merchants merchants,
            Messages messages,
            AuditTrail audit,
            Ids ids,
            InstantSource clock) {
        this.rows = rows;
        this.products = products;
        this.words = words;
        this.merchants = merchants;
        this.messages = messages;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** What waits, oldest first, after a key of the page before. */
    @Transactional(readOnly = true)
    public List<ProductChange> waiting(UUID after, int most) {
        return rows.waiting(commune(), after, most);
    }

    /** Why the town hall took this product out of the shop, until its merchant changes it. */
    @Transactional(readOnly = true)
    public Optional<String> held(UUID product) {
        return rows.held(commune(), product);
    }

    /** Takes note of a change; false when somebody did so before. */
    @Transactional
    public boolean see(UUID change, UUID by) {
        boolean done = rows.decide(commune(), change, Optional.empty(), by, clock.instant());
        if (done) {
            audit.record(new Actor.Person(by), "catalogue.change-seen", "product-change:" + change);
        }
        return done;
    }

    /** Takes the product of a change out of the shop; its merchant is told why. False when the change was decided before. */
    @Transactional
    public boolean takeDown(UUID change, String reason, UUID by) {
        Optional<Product> product = rows.product(commune(), change).flatMap(id -> products.find(commune(), id));
        if (product.isEmpty()
                || !products.lock(commune(), product.get().id(), product.get().merchant())
                || !rows.decide(commune(), change, Optional.of(reason), by, clock.instant())) {
            return false;
        }
        UUID id = product.get().id();
        products.move(commune(), id, ProductState.WITHDRAWN, clock.instant());
        rows.hold(commune(), id, Optional.of(reason));
        words.forget(commune(), List.of(id));
        audit.record(new Actor.Person(by), "catalogue.product-taken-down", "product:" + id);
        merchants
                .find(product.get().merchant())
                .ifPresent(merchant -> messages.send(
                        commune(),
                        new Recipient.Mail(merchant.contactMail()),
                        merchant.language(),
                        "shop/taken-down",
                        Map.of(
                                "name", merchant.contactName(),
                                "product", product.get().facts().name(),
                                "reason", reason),
                        "product-change-" + change));
        return true;
    }

    /** A product was published. */
    void appeared(Product product) {
        rows.wait(commune(), ids.uuid(), product.id(), Optional.empty(), true, clock.instant());
    }

    /** A product was changed; what nobody sees waits for its publication. */
    void changed(Product before, Product after) {
        rows.hold(commune(), before.id(), Optional.empty());
        if (before.published()) {
            var said =
                    new ProductChange.Said(before.facts().name(), before.facts().description());
            boolean picture = !before.photo().equals(after.photo());
            boolean words = !said.equals(
                    new ProductChange.Said(after.facts().name(), after.facts().description()));
            if (picture || words) {
                rows.wait(commune(), ids.uuid(), before.id(), Optional.of(said), picture, clock.instant());
            }
        }
    }

    /** A product got one more picture; what nobody sees waits for its publication. */
    void pictured(Product product) {
        if (product.published()) {
            var said = new ProductChange.Said(
                    product.facts().name(), product.facts().description());
            rows.wait(commune(), ids.uuid(), product.id(), Optional.of(said), true, clock.instant());
        }
    }

    private static CommuneId commune() {
        return Tenancy.required();
    }
}

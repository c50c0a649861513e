package be.quartier.merchants;

import be.quartier.commune.Tenancy;
import be.quartier.merchants.store.EstablishmentStore;
import be.quartier.people.Actor;
import be.quartier.people.AuditTrail;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The shops of a merchant as it keeps them itself, in the commune of {@link Tenancy}. A merchant always has one open shop, and
 * at most {@link #MOST}; each change leaves a line in the trail.
 */
@Service
public class MerchantShops {

    /** Most open shops of one merchant. */
    public static final int MOST = 20;

    private final EstablishmentStore store;
    private final AuditTrail audit;
    private final InstantSource clock;

    MerchantShops(EstablishmentStore store, AuditTrail audit, InstantSource clock) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    /** What became of a request. */
    public enum Outcome {
        /** Done, now or by the same request before. */
        DONE,
        /** There are as many as there may be. */
        TOO_MANY,
        /** It is the last one: a merchant without a shop cannot take part. */
        LAST,
        /** There is no such shop, or it is closed. */
        GONE
    }

    /** Adds a shop under an id made by the caller: asked twice, it is added once. */
    @Transactional
    public Outcome add(UUID merchant, UUID id, ShopDetails shop, Actor by) {
        if (store.count(Tenancy.required(), merchant) >= MOST) {
            return Outcome.TOO_MANY;
        }
        if (store.add(Tenancy.required(), merchant, id, shop.place(), shop.description())) {
            store.hours(Tenancy.required(), id, shop.hours());
            note("merchants.shop-added", id, by);
        }
        return Outcome.DONE;
    }

    /** Changes name, address, hours and description; a new address leaves the map until the commune places it. */
    @Transactional
    public Outcome change(UUID merchant, UUID id, ShopDetails shop, Actor by) {
        store.count(Tenancy.required(), merchant);
        if (!store.change(Tenancy.required(), merchant, id, shop.place(), shop.description())) {
            return Outcome.GONE;
        }
        store.hours(Tenancy.required(), id, shop.hours());
        note("merchants.shop-changed", id, by);
        return Outcome.DONE;
    }

    /** Takes a shop off the list and the map; what was bought there stays. */
    @Transactional
    public Outcome close(UUID merchant, UUID id, Actor by) {
        if (store.count(Tenancy.required(), merchant) <= 1) {
            return Outcome.LAST;
        }
        if (!store.close(Tenancy.required(), merchant, id, Optional.of(clock.instant()))) {
            return Outcome.GONE;
        }
        note("merchants.shop-closed", id, by);
        return Outcome.DONE;
    }

    /** Undoes {@link #close}. */
    @Transactional
    public Outcome reopen(UUID merchant, UUID id, Actor by) {
        if (store.count(Tenancy.required(), merchant) >= MOST) {
            return Outcome.TOO_MANY;
        }
        if (!store.close(Tenancy.required(), merchant, id, Optional.empty())) {
            return Outcome.GONE;
        }
        note("merchants.shop-reopened", id, by);
        return Outcome.DONE;
    }

    private void note(String action, UUID shop, Actor by) {
        audit.record(by, action, "establishment:" + shop);
    }
}

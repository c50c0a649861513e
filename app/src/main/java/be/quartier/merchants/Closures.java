package be.quartier.merchants;

import be.quartier.commune.Brussels;
import be.quartier.commune.CommuneId;
import be.quartier.commune.Tenancy;
import be.quartier.merchants.store.ClosureStore;
import be.quartier.merchants.store.EstablishmentStore;
import be.quartier.people.Actor;
import be.quartier.people.AuditTrail;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Holidays and other closures of a merchant's shops, in the commune of {@link Tenancy}, as the merchant announces them. */
@Service
public class Closures {

    /** Most closures of one shop that are not over. */
    public static final int MOST = 20;

    private final ClosureStore store;
    private final EstablishmentStore shops;
    private final Merchants merchants;
    private final AuditTrail audit;
    private final Clock clock;

    Closures(ClosureStore store, EstablishmentStore shops, Merchants merchants, AuditTrail audit, Clock clock) {
        this.store = store;
        this.shops = shops;
        this.merchants = merchants;
        this.audit = audit;
        this.clock = clock;
    }

    /** What became of an announcement. */
    public enum Outcome {
        /** Announced, now or by the same request before. */
        DONE,
        /** One of the shops has as many as it may; nothing was announced. */
        TOO_MANY,
        /** One of the shops is not an open shop of this merchant; nothing was announced. */
        GONE
    }

    /** Announces a closure of these shops under an id made by the caller: asked twice, it is announced once. */
    @Transactional
    public Outcome add(UUID merchant, List<UUID> places, Closure closure, Actor by) {
        CommuneId commune = Tenancy.required();
        shops.count(commune, merchant);
        List<Establishment> known =
                merchants.find(merchant).map(Merchant::establishments).orElse(List.of());
        LocalDate today = Brussels.today(clock);
        for (UUID place : places) {
            var shop = known.stream().filter(one -> one.id().equals(place)).findFirst();
            if (shop.isEmpty()) {
                return Outcome.GONE;
            }
            long ahead = shop.get().closures().stream()
                    .filter(one -> !one.until().isBefore(today) && !one.id().equals(closure.id()))
                    .count();
            if (ahead >= MOST) {
                return Outcome.TOO_MANY;
            }
        }
        for (UUID place : places) {
            if (store.add(commune, place, closure)) {
                audit.record(
                        by,
                        "merchants.closure-added",
                        "establishment:" + place,
                        Map.of(
                                "from",
                                closure.from().toString(),
                                "to",
                                closure.until().toString()));
            }
        }
        return Outcome.DONE;
    }

    /** Takes back a closure that is not over; false when the merchant has no such one. */
    @Transactional
    public boolean remove(UUID merchant, UUID place, UUID closure, Actor by) {
        boolean own = merchants.find(merchant).stream()
                .flatMap(known -> known.establishments().stream())
                .anyMatch(shop -> shop.id().equals(place));
        boolean removed = own && store.remove(Tenancy.required(), place, closure, Brussels.today(clock));
        if (removed) {
            audit.record(by, "merchants.closure-removed", "establishment:" + place);
        }
        return removed;
    }
}

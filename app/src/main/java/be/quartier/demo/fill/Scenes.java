package be.quartier.demo.fill;

import be.quartier.commune.Language;
import be.quartier.commune.Role;
import be.quartier.demo.region.Shop;
import be.quartier.demo.region.Town;
import be.quartier.installation.InstallationClock;
import be.quartier.installation.InstallationFacts;
import be.quartier.merchants.Merchant;
import be.quartier.people.Actor;
import be.quartier.shop.Modality;
import be.quartier.shop.OrderSource;
import be.quartier.shop.orders.Contact;
import be.quartier.shop.orders.CustomerDesk;
import be.quartier.shop.orders.Leg;
import be.quartier.shop.orders.MerchantDesk;
import be.quartier.shop.orders.MerchantOrder;
import be.quartier.shop.orders.MerchantState;
import be.quartier.shop.orders.Moved;
import be.quartier.shop.orders.Order;
import be.quartier.shop.orders.OrderWish;
import be.quartier.shop.orders.Orders;
import be.quartier.shop.orders.PlaceOutcome;
import be.quartier.shop.orders.PlaceOutcome.Placed;
import be.quartier.shop.orders.TypedOrders;
import be.quartier.shop.slots.Slot;
import be.quartier.vouchers.VoucherCode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Plays each {@link Scene} in a town at its moment, up to where it stands; a refusal on the way is a fault of the program. */
@Component
class Scenes {

    private static final Actor SHOP = new Actor.Job("demo-fill");
    private static final Duration BETWEEN = Duration.ofMinutes(3);

    /** Of so many vouchers one has something left. */
    private static final int PURSES = 30;

    private final Hamper hamper;
    private final Orders orders;
    private final TypedOrders typed;
    private final MerchantDesk desk;
    private final CustomerDesk customers;
    private final Participants participants;
    private final DemoCampaigns campaigns;
    private final Cast cast;
    private final InstallationFacts facts;
    private final InstallationClock clock;

    Scenes(
            Hamper hamper,
            Orders orders,
            TypedOrders typed,
            MerchantDesk desk,
            CustomerDesk customers,
            Participants participants,
            DemoCampaigns campaigns,
            Cast cast,
            InstallationFacts facts,
            InstallationClock clock) {
        this.hamper = hamper;
        this.orders = orders;
        this.typed = typed;
        this.desk = desk;
        this.customers = customers;
        this.participants = participants;
        this.campaigns = campaigns;
        this.cast = cast;
        this.facts = facts;
        this.clock = clock;
    }

    /** Plays all that this town has the shops for. */
    void play(Town town) {
        Instant now = clock.instant();
        for (Scene scene : Scene.values()) {
            shop(town, scene.trade()).ifPresent(shop -> {
                Instant placed = now.minus(scene.ago());
                UUID order = clock.at(placed, () -> place(town, scene, shop.id(), now));
                List<MerchantState> steps = scene.steps();
                for (int step = 0; step < steps.size(); step++) {
                    MerchantState to = steps.get(step);
                    clock.at(placed.plus(BETWEEN.multipliedBy(step + 1L)), () -> lead(order, to));
                }
                facts.put(fact(town, scene), order.toString());
            });
        }
    }

    /** The order of a scene; empty when it was not played in this town. */
    Optional<UUID> played(Town town, Scene scene) {
        return facts.get(fact(town, scene)).map(UUID::fromString);
    }

    private static String fact(Town town, Scene scene) {
        return "demo-scene " + key(town, scene);
    }

    private static String key(Town town, Scene scene) {
        return "demo-" + town.slug() + "-" + scene.name().toLowerCase(Locale.ROOT);
    }

    /** The first shop of a trade that takes part. */
    Optional<Merchant> shop(Town town, String trade) {
        return town.shops().stream()
                .filter(shop -> shop.trade().equals(trade))
                .flatMap((Shop shop) -> participants.of(shop).stream())
                .findFirst();
    }

    private UUID place(Town town, Scene scene, UUID shop, Instant now) {
        Optional<Slot> slot = scene.brought() ? Optional.of(hamper.slot(scene.brings(now))) : Optional.empty();
        List<OrderWish.Line> lines = hamper.of(shop);
        Stream<Optional<VoucherCode>> purses = scene.way() == Modality.VOUCHER
                ? campaigns.purses(PURSES).stream().map(Optional::of)
                : Stream.of(Optional.empty());
        return purses.map(purse -> new OrderWish(
                        key(town, scene),
                        lines,
                        slot.map(Slot::id),
                        contact(town, slot.isPresent()),
                        Map.of(shop, scene.way()),
                        purse,
                        Language.FR,
                        Optional.empty(),
                        purse.isPresent() ? Map.of(shop, Modality.TRANSFER) : Map.of()))
                .map(wish -> scene == Scene.PHONED
                        ? typed.place(wish, OrderSource.PHONE, cast.person(town, Role.ECONOMY))
                        : orders.place(wish))
                .filter(outcome -> !(outcome instanceof PlaceOutcome.VoucherRefused))
                .findFirst()
                .map(outcome -> {
                    if (outcome instanceof Placed placed) {
                        return placed.order();
                    }
                    throw new IllegalStateException("The demonstration's order was refused: " + scene + " " + outcome);
                })
                .orElseThrow();
    }

    static Contact contact(Town town, boolean brought) {
        return new Contact(
                "Maud Servais",
                "maud.servais" + Customers.MAIL,
                "0470 00 00 00",
                brought ? "Rue de la Gare 22, " + town.postcode() : "");
    }

    private boolean lead(UUID id, MerchantState to) {
        Order order = orders.find(id).orElseThrow();
        MerchantOrder part = order.parts().getFirst();
        UUID shop = part.merchant();
        done(
                to,
                switch (to) {
                    case ACCEPTED -> desk.accept(shop, part.id(), Set.of(), SHOP);
                    case PARTLY ->
                        desk.accept(
                                shop, part.id(), Set.of(part.lines().getLast().id()), SHOP);
                    case REFUSED -> desk.refuse(shop, part.id(), "Fermé demain, désolés.", SHOP);
                    case CANCELLED -> customers.cancel(order, part.id());
                    case READY -> desk.ready(shop, part.id(), SHOP);
                    case DROPPED, PACKED, OUT, DELIVERED -> desk.advance(shop, part.id(), to, SHOP);
                    case SETTLED -> {
                        Leg leg = part.legs().getFirst();
                        yield desk.paid(shop, part.id(), leg.id(), SHOP);
                    }
                    case PLACED -> Moved.DONE;
                });
        return true;
    }

    /** What must have worked. */
    static void done(Object what, Moved moved) {
        if (moved != Moved.DONE) {
            throw new IllegalStateException("The demonstration's order did not move: " + what + " " + moved);
        }
    }
}

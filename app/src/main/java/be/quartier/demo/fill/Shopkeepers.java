package be.quartier.demo.fill;

import be.quartier.people.Actor;
import be.quartier.shop.Modality;
import be.quartier.shop.orders.CustomerDesk;
import be.quartier.shop.orders.Leg;
import be.quartier.shop.orders.MerchantDesk;
import be.quartier.shop.orders.MerchantOrder;
import be.quartier.shop.orders.MerchantState;
import be.quartier.shop.orders.Moved;
import be.quartier.shop.orders.Order;
import be.quartier.shop.orders.OrderLine;
import be.quartier.shop.orders.Unit;
import be.quartier.shop.slots.Slot;
import be.quartier.shop.slots.Slots;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the invented shops, warehouse and couriers do with an order, one step at a time; and what its customer answers. */
@Component
class Shopkeepers {

    private static final Actor SHOP = new Actor.Job("demo-fill");
    private static final int MARGIN = 10;
    private static final Duration DROPPED_BEFORE = Duration.ofHours(3);
    private static final Duration OUT_BEFORE = Duration.ofMinutes(30);

    private final MerchantDesk desk;
    private final CustomerDesk customers;
    private final Slots slots;
    private final Clock clock;

    Shopkeepers(MerchantDesk desk, CustomerDesk customers, Slots slots, Clock clock) {
        this.desk = desk;
        this.customers = customers;
        this.slots = slots;
        this.clock = clock;
    }

    /** The next step of a part; false when nothing is to be done now. */
    boolean move(Order order, MerchantOrder part, RandomGenerator random) {
        return switch (part.state()) {
            case PLACED -> answer(order, part, random);
            case ACCEPTED, PARTLY -> prepare(order, part, random);
            case READY -> handOver(part);
            case DROPPED -> to(part, MerchantState.PACKED);
            case PACKED -> near(part, OUT_BEFORE) && to(part, MerchantState.OUT);
            case OUT -> near(part, Duration.ZERO) && to(part, MerchantState.DELIVERED);
            case DELIVERED, REFUSED, CANCELLED -> pay(part);
            case SETTLED -> false;
        };
    }

    private boolean answer(Order order, MerchantOrder part, RandomGenerator random) {
        int luck = random.nextInt(100);
        if (luck < 3) {
            return done(customers.cancel(order, part.id()));
        }
        if (luck < 7) {
            return done(desk.refuse(part.merchant(), part.id(), "Fermé demain, désolés.", SHOP));
        }
        boolean lacks = luck < 22 && part.lines().size() > 1;
        return done(desk.accept(
                part.merchant(),
                part.id(),
                lacks
                        ? part.lines().stream()
                                .skip(1)
                                .limit(1)
                                .map(OrderLine::id)
                                .collect(Collectors.toSet())
                        : Set.of(),
                SHOP));
    }

    private boolean prepare(Order order, MerchantOrder part, RandomGenerator random) {
        for (OrderLine line : part.lines()) {
            if (line.state() == OrderLine.State.ASKED) {
                return done(customers.answer(order, part.id(), line.id(), random.nextInt(5) > 0));
            }
            if (line.live() && line.unit() == Unit.KILOGRAM && line.delivered().isEmpty()) {
                long percent = random.nextInt(6) == 0 ? 118 : random.nextInt(93, 109);
                long grams = Math.max(1, line.quantity() * percent / 100);
                return done(desk.weigh(part.merchant(), part.id(), line.id(), grams, MARGIN, SHOP));
            }
        }
        Optional<Leg> transfer = part.legs().stream()
                .filter(leg -> leg.modality() == Modality.TRANSFER && leg.dueCents() > 0)
                .findFirst();
        boolean paysNow = transfer.isPresent() && random.nextInt(3) > 0;
        return paysNow
                ? done(desk.paid(part.merchant(), part.id(), transfer.get().id(), SHOP))
                : done(desk.ready(part.merchant(), part.id(), SHOP));
    }

    private boolean handOver(MerchantOrder part) {
        return part.slot().isPresent()
                ? (near(part, DROPPED_BEFORE) && to(part, MerchantState.DROPPED))
                : (!clock.instant().isBefore(part.readyAt()) && to(part, MerchantState.DELIVERED));
    }

    /** What is still to be paid, or to be given back. */
    private boolean pay(MerchantOrder part) {
        for (Leg leg : part.legs()) {
            if (leg.dueCents() > 0 && leg.amountCents() > 0) {
                return done(desk.paid(part.merchant(), part.id(), leg.id(), SHOP));
            }
            if (leg.dueCents() < 0) {
                return done(desk.refunded(part.merchant(), part.id(), leg.id(), SHOP));
            }
        }
        return false;
    }

    private boolean to(MerchantOrder part, MerchantState next) {
        return done(desk.advance(part.merchant(), part.id(), next, SHOP));
    }

    private boolean near(MerchantOrder part, Duration before) {
        Instant from = part.slot().flatMap(slots::find).map(Slot::from).orElse(part.readyAt());
        return !clock.instant().isBefore(from.minus(before));
    }

    private static boolean done(Moved moved) {
        return moved == Moved.DONE;
    }
}

package be.quartier.shop.orders;

import be.quartier.commune.Tenancy;
import be.quartier.installation.Ids;
import be.quartier.people.Actor;
import be.quartier.people.AuditTrail;
import be.quartier.people.Vault;
import be.quartier.shop.Modality;
import be.quartier.shop.payments.OnlineLeg;
import be.quartier.shop.payments.OnlinePayments;
import be.quartier.shop.slots.Slot;
import be.quartier.shop.slots.Slots;
import be.quartier.shop.stock.Reservation;
import be.quartier.shop.stock.ReserveOutcome;
import be.quartier.shop.stock.Stock;
import be.quartier.shop.stock.Want;
import be.quartier.vouchers.Holds;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the moves of a merchant's part have in common; always inside the caller's transaction. */
@Component
class Moves {

    private final OrderReading reading;
    private final OrderWriting writing;
    private final SubstituteRows substitutes;
    private final Stock stock;
    private final Slots slots;
    private final Holds holds;
    private final OnlinePayments online;
    private final AuditTrail audit;
    private final InstantSource clock;

    Moves(
            JdbcClient jdbc,
            Vault vault,
            Ids ids,
            Stock stock,
            Slots slots,
            Holds holds,
            OnlinePayments online,
            AuditTrail audit,
            InstantSource clock) {
        this.reading = new OrderReading(jdbc, vault);
        this.writing = new OrderWriting(jdbc, ids);
        this.substitutes = new SubstituteRows(jdbc);
        this.stock = stock;
        this.slots = slots;
        this.holds = holds;
        this.online = online;
        this.audit = audit;
        this.clock = clock;
    }

    /** A part without its events, locked until the end of the transaction and read as it is then. */
    Optional<MerchantOrder> locked(UUID part) {
        return reading.locked(commune(), part);
    }

    /** The part of a leg, as {@link #locked} gives it. */
    MerchantOrder lockedOf(UUID leg) {
        return reading.lockedOf(commune(), leg).orElseThrow();
    }

    /** Moves a part along its states; the caller looked at it under its lock. */
    void move(MerchantOrder part, MerchantState to, Actor by) {
        move(part, to, EventKind.of(to), by);
    }

    /** Moves a part for a reason of its own. */
    void move(MerchantOrder part, MerchantState to, EventKind why, Actor by) {
        if (!part.state().next().contains(to)) {
            throw new IllegalStateException("no way from " + part.state() + " to " + to);
        }
        writing.move(commune(), part.id(), to, now());
        writing.event(commune(), part.id(), why, "", now());
        audit.record(
                by,
                "shop.order-moved",
                "order:" + part.order(),
                Map.of("part", part.id().toString(), "from", part.state().code(), "to", to.code()));
        if (to == MerchantState.REFUSED || to == MerchantState.CANCELLED) {
            end(part, by);
        }
        if (!to.prepares() && part.legs().stream().anyMatch(leg -> leg.modality() == Modality.ONLINE)) {
            giveOnlineBack(locked(part.id()).orElseThrow(), by);
        }
    }

    /**
     * Gives back through the provider what was paid online too much, once nothing about the part changes any more. What the
     * provider could not give back before is the merchant's to do.
     */
    void giveOnlineBack(MerchantOrder part, Actor by) {
        if (part.state().prepares()) {
            return;
        }
        for (Leg leg : part.legs()) {
            if (leg.modality() == Modality.ONLINE && leg.dueCents() < 0) {
                OnlineLeg known = online.leg(leg.id());
                long over = -leg.dueCents() - known.returningCents();
                if (over > 0 && known.failedCents() == 0 && online.refund(leg.id(), over) > 0) {
                    event(part, EventKind.REFUND_ASKED, "");
                    audit.record(
                            by,
                            "shop.order-refund-asked",
                            "order:" + part.order(),
                            Map.of("cents", Long.toString(over)));
                }
            }
        }
    }

    /** A part that is delivered and paid is settled; {@code state}: where it is now. */
    void settle(UUID part, MerchantState state, Actor by) {
        if (state == MerchantState.DELIVERED) {
            MerchantOrder now = locked(part).orElseThrow();
            if (now.legs().stream().allMatch(leg -> leg.dueCents() == 0)) {
                move(now, MerchantState.SETTLED, by);
            }
        }
    }

    OnlinePayments online() {
        return online;
    }

    /** Nothing of a part is handed over any more: every line goes back, nothing is owed, the slot's place is free again. */
    private void end(MerchantOrder part, Actor by) {
        writing.refuse(commune(), part.id());
        price(part, by);
        giveBack(part, part.lines().stream().filter(OrderLine::live).toList());
        if (part.slot().isPresent() && !reading.alive(commune(), part.order())) {
            Slot slot = slots.find(part.slot().get()).orElseThrow();
            takeBack(part.order(), List.of(new Want(slot.unit(), 1)));
        }
    }

    /** Lets the merchant not have a line. */
    void refuse(OrderLine line) {
        writing.line(commune(), line.id(), OrderLine.State.REFUSED, line.delivered(), OptionalLong.empty(), 0);
    }

    /** Sets what a line weighs. */
    void weigh(OrderLine line, long grams) {
        writing.line(
                commune(),
                line.id(),
                OrderLine.State.ORDERED,
                OptionalLong.of(grams),
                OptionalLong.empty(),
                line.cents(grams));
    }

    /** Asks the customer about a heavier line. */
    void ask(OrderLine line, long grams) {
        writing.line(
                commune(),
                line.id(),
                OrderLine.State.ASKED,
                line.delivered(),
                OptionalLong.of(grams),
                line.amountCents());
    }

    /**
     * Gives back what these lines, and what was proposed in their place, took of the stock; after {@link #price}, for placing too
     * asks a voucher before the stock.
     */
    void giveBack(MerchantOrder part, List<OrderLine> lines) {
        List<Want> back = new ArrayList<>();
        for (OrderLine line : lines) {
            line.units().forEach((unit, quantity) -> back.add(new Want(unit, quantity)));
            if (line.waits()) {
                substitutes.end(commune(), line.id(), Substitute.State.LAPSED);
                line.substitute().orElseThrow().units().forEach((unit, quantity) -> back.add(new Want(unit, quantity)));
            }
        }
        if (!back.isEmpty()) {
            takeBack(part.order(), back);
        }
    }

    /** Takes other units for an order in place of some it has; false, and nothing changed, when there is too little of them. */
    boolean exchange(UUID order, Map<UUID, Long> back, Map<UUID, Long> more) {
        Optional<Reservation> sold = stock.find(Orders.RESERVATION + order);
        List<Want> wants = Want.of(more);
        if (sold.isPresent()) {
            return stock.exchange(sold.get().id(), Want.of(back), wants);
        }
        return wants.isEmpty() || stock.sell(Orders.RESERVATION + order, wants) instanceof ReserveOutcome.Held;
    }

    private void takeBack(UUID order, List<Want> back) {
        Reservation sold = stock.find(Orders.RESERVATION + order).orElseThrow();
        if (!stock.takeBack(sold.id(), back)) {
            throw new IllegalStateException("more comes back than the order " + order + " took");
        }
    }

    /**
     * Makes the legs of a locked part come to what its lines come to by now. The voucher pays first, as far as was set aside, and the
     * other way the rest: what becomes cheaper spares the customer's own money before the voucher's, and money of a voucher never comes
     * back as any other money.
     */
    void price(MerchantOrder part, Actor by) {
        long rest = writing.total(commune(), part.id());
        List<Leg> legs = reading.legs(commune(), part.id());
        boolean open = false;
        for (Leg leg : legs) {
            if (leg.modality() == Modality.VOUCHER) {
                long cents = Math.min(rest, covered(leg));
                amount(leg, cents);
                rest -= cents;
                if (cents == 0) {
                    leg.hold().ifPresent(hold -> holds.release(hold, ledger(by)));
                }
            }
        }
        for (Leg leg : legs) {
            if (leg.modality() != Modality.VOUCHER) {
                amount(leg, open ? 0 : rest);
                open = true;
            }
        }
        if (!open && rest > 0) {
            Modality way = part.slot().isPresent() ? Modality.AT_DOOR : Modality.AT_PICKUP;
            writing.leg(commune(), part.id(), writing.leg(way, rest));
        }
    }

    private void amount(Leg leg, long cents) {
        if (leg.amountCents() != cents) {
            writing.amount(commune(), leg.id(), cents);
        }
    }

    /** What a voucher's leg can come to: what is set aside, or was paid from it. A line may grow again after it shrank. */
    private long covered(Leg leg) {
        return leg.paidCents() > 0
                ? leg.paidCents()
                : leg.hold().map(holds::openCents).orElse(leg.amountCents());
    }

    /** Pays the merchant what the voucher set aside for it, and gives the rest back. */
    void capture(MerchantOrder part, Actor by) {
        for (Leg leg : part.legs()) {
            if (leg.modality() == Modality.VOUCHER && leg.hold().isPresent() && leg.paidCents() == 0) {
                UUID hold = leg.hold().get();
                if (leg.amountCents() > 0) {
                    holds.capture(hold, leg.amountCents(), "ready", ledger(by));
                    writing.paid(commune(), leg.id(), leg.amountCents(), 0);
                }
                holds.release(hold, ledger(by));
            }
        }
    }

    /** Notes what the merchant received or gave back by a leg. */
    void paid(Leg leg, long paid, long refunded) {
        writing.paid(commune(), leg.id(), paid, refunded);
    }

    /** Writes that something happened. */
    void event(MerchantOrder part, EventKind kind, String detail) {
        writing.event(commune(), part.id(), kind, detail, now());
    }

    void note(MerchantOrder part, String note) {
        writing.note(commune(), part.id(), note);
    }

    OrderReading reading() {
        return reading;
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    static int commune() {
        return Tenancy.required().value();
    }

    private static be.quartier.ledger.Actor ledger(Actor by) {
        return by instanceof Actor.Person(UUID id)
                ? be.quartier.ledger.Actor.person(id)
                : be.quartier.ledger.Actor.SYSTEM;
    }
}

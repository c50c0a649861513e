package be.quartier.shop.orders;

import be.quartier.people.Actor;
import be.quartier.people.AuditTrail;
import be.quartier.shop.Modality;
import be.quartier.shop.payments.OnlineLeg;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a merchant does with its part of an order, in the current commune; each verb names the merchant and touches no other's. */
@Component
@Transactional
public class MerchantDesk {

    /** Most parts that a board shows in one column. */
    public static final int SHOWN_MAX = 100;

    private static final int PERCENT = 100;

    private final Moves moves;
    private final AuditTrail audit;

    MerchantDesk(Moves moves, AuditTrail audit) {
        this.moves = moves;
        this.audit = audit;
    }

    /** The merchant's parts in these states, the newest first, at most {@link #SHOWN_MAX}. */
    @Transactional(readOnly = true)
    public List<MerchantOrder> parts(UUID merchant, Set<MerchantState> states) {
        return moves.reading().ofMerchant(Moves.commune(), merchant, states, SHOWN_MAX);
    }

    /** The merchant's parts of which money is to be given back by the merchant itself. */
    @Transactional(readOnly = true)
    public List<MerchantOrder> givingBack(UUID merchant) {
        return moves.reading().givingBack(Moves.commune(), merchant, SHOWN_MAX);
    }

    /** One of the merchant's parts. */
    @Transactional(readOnly = true)
    public Optional<MerchantOrder> part(UUID merchant, UUID part) {
        return moves.reading()
                .part(Moves.commune(), part)
                .filter(one -> one.merchant().equals(merchant));
    }

    /** Takes the order, but for the lines it does not have. */
    public Moved accept(UUID merchant, UUID part, Set<UUID> missing, Actor by) {
        return with(merchant, part, one -> {
            if (one.state() != MerchantState.PLACED) {
                return Moved.NOT_NOW;
            }
            List<OrderLine> lacking = one.lines().stream()
                    .filter(line -> line.live() && missing.contains(line.id()))
                    .toList();
            if (lacking.size() == one.lines().size()) {
                moves.move(one, MerchantState.REFUSED, by);
                return Moved.DONE;
            }
            lacking.forEach(line -> lack(one, line, by));
            if (!lacking.isEmpty()) {
                moves.price(one, by);
                moves.giveBack(one, lacking);
            }
            moves.move(one, lacking.isEmpty() ? MerchantState.ACCEPTED : MerchantState.PARTLY, by);
            return Moved.DONE;
        });
    }

    /** Declines all of it, with what the customer is told. */
    public Moved refuse(UUID merchant, UUID part, String note, Actor by) {
        return with(merchant, part, one -> {
            if (!one.state().next().contains(MerchantState.REFUSED)) {
                return Moved.NOT_NOW;
            }
            moves.note(one, note);
            moves.move(one, MerchantState.REFUSED, by);
            return Moved.DONE;
        });
    }

    /** Declines one line; the rest goes on, and with the last line the whole part is refused. */
    public Moved refuseLine(UUID merchant, UUID part, UUID line, Actor by) {
        return with(merchant, part, one -> {
            Optional<OrderLine> found = line(one, line);
            if (found.isEmpty()) {
                return Moved.UNKNOWN;
            }
            if (!one.state().prepares() || !found.get().live()) {
                return Moved.NOT_NOW;
            }
            if (one.lines().stream().filter(OrderLine::live).count() == 1) {
                moves.move(one, MerchantState.REFUSED, by);
                return Moved.DONE;
            }
            lack(one, found.get(), by);
            moves.price(one, by);
            moves.giveBack(one, List.of(found.get()));
            if (one.state() == MerchantState.ACCEPTED) {
                moves.move(one, MerchantState.PARTLY, by);
            }
            return Moved.DONE;
        });
    }

    /**
     * Says what a line weighs. Up to the merchant's margin above what was ordered the price follows; beyond it the customer is
     * asked first.
     *
     * @param margin of the merchant, in percent
     */
    public Moved weigh(UUID merchant, UUID part, UUID line, long grams, int margin, Actor by) {
        return with(merchant, part, one -> {
            Optional<OrderLine> found = line(one, line);
            if (found.isEmpty() || found.get().unit() != Unit.KILOGRAM) {
                return Moved.UNKNOWN;
            }
            if (!one.state().prepares()
                    || !found.get().live()
                    || found.get().waits()
                    || grams < 1
                    || grams > 10 * found.get().quantity()) {
                return Moved.NOT_NOW;
            }
            boolean asks = grams * PERCENT > found.get().quantity() * (PERCENT + margin);
            if (asks) {
                moves.ask(found.get(), grams);
            } else {
                moves.weigh(found.get(), grams);
            }
            moves.price(one, by);
            moves.event(
                    one, asks ? EventKind.ASKED : EventKind.WEIGHED, found.get().name());
            audit.record(
                    by,
                    "shop.order-line-weighed",
                    "order:" + one.order(),
                    Map.of("line", line.toString(), "grams", Long.toString(grams)));
            return Moved.DONE;
        });
    }

    /** It is prepared: what a voucher set aside is paid now. Not while a line waits for the customer's word. */
    public Moved ready(UUID merchant, UUID part, Actor by) {
        return with(merchant, part, one -> {
            if (!one.state().next().contains(MerchantState.READY) || one.asks()) {
                return Moved.NOT_NOW;
            }
            moves.capture(one, by);
            moves.move(one, MerchantState.READY, by);
            return Moved.DONE;
        });
    }

    /** Moves on what is ready: to the warehouse, into the parcel, out, delivered. */
    public Moved advance(UUID merchant, UUID part, MerchantState to, Actor by) {
        return with(merchant, part, one -> {
            boolean onTheWay = to == MerchantState.DROPPED
                    || to == MerchantState.PACKED
                    || to == MerchantState.OUT
                    || to == MerchantState.DELIVERED;
            if (!onTheWay || !one.state().next().contains(to)) {
                return Moved.NOT_NOW;
            }
            moves.move(one, to, by);
            moves.settle(part, to, by);
            return Moved.DONE;
        });
    }

    /** Notes that what a leg comes to was received; of an online leg the provider alone says so. */
    public Moved paid(UUID merchant, UUID part, UUID leg, Actor by) {
        return with(merchant, part, one -> {
            Optional<Leg> found =
                    one.legs().stream().filter(each -> each.id().equals(leg)).findFirst();
            if (found.isEmpty()) {
                return Moved.UNKNOWN;
            }
            long due = found.get().dueCents();
            boolean otherwise =
                    found.get().modality() == Modality.VOUCHER || found.get().modality() == Modality.ONLINE;
            if (due <= 0 || otherwise || !pays(one.state())) {
                return Moved.NOT_NOW;
            }
            moves.paid(found.get(), found.get().paidCents() + due, found.get().refundedCents());
            moves.event(one, EventKind.PAID, "");
            note(one, "shop.order-paid", due, by);
            moves.settle(part, one.state(), by);
            return Moved.DONE;
        });
    }

    /** Notes that what a leg was paid too much was given back; of an online leg only what the provider does not give back. */
    public Moved refunded(UUID merchant, UUID part, UUID leg, Actor by) {
        return with(merchant, part, one -> {
            Optional<Leg> found =
                    one.legs().stream().filter(each -> each.id().equals(leg)).findFirst();
            if (found.isEmpty()) {
                return Moved.UNKNOWN;
            }
            long over = -found.get().dueCents();
            if (over <= 0 || (found.get().modality() == Modality.ONLINE && !byHand(leg, over))) {
                return Moved.NOT_NOW;
            }
            moves.paid(found.get(), found.get().paidCents(), found.get().refundedCents() + over);
            moves.event(one, EventKind.REFUNDED, "");
            note(one, "shop.order-refunded", over, by);
            moves.settle(part, one.state(), by);
            return Moved.DONE;
        });
    }

    private boolean byHand(UUID leg, long over) {
        OnlineLeg known = moves.online().leg(leg);
        boolean failed = known.failedCents() > 0 && known.returningCents() == 0;
        if (failed) {
            moves.online().refundedByHand(leg, over);
        }
        return failed;
    }

    private static boolean pays(MerchantState state) {
        return state != MerchantState.REFUSED && state != MerchantState.CANCELLED;
    }

    private void lack(MerchantOrder part, OrderLine line, Actor by) {
        moves.refuse(line);
        moves.event(part, EventKind.LINE_REFUSED, line.name());
        audit.record(
                by,
                "shop.order-line-refused",
                "order:" + part.order(),
                Map.of("line", line.id().toString()));
    }

    private void note(MerchantOrder part, String action, long cents, Actor by) {
        audit.record(by, action, "order:" + part.order(), Map.of("cents", Long.toString(cents)));
    }

    private Moved with(UUID merchant, UUID part, Function<MerchantOrder, Moved> act) {
        return moves.locked(part)
                .filter(one -> one.merchant().equals(merchant))
                .map(act)
                .orElse(Moved.UNKNOWN);
    }

    private static Optional<OrderLine> line(MerchantOrder part, UUID line) {
        return part.lines().stream().filter(one -> one.id().equals(line)).findFirst();
    }
}

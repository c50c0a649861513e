package be.quartier.shop.orders;

import be.quartier.people.Actor;
import be.quartier.people.AuditTrail;
import be.quartier.shop.Modality;
import be.quartier.shop.payments.OnlinePayment;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the holder of a tracking token does with an order, in the current commune. */
@Component
@Transactional
public class CustomerDesk {

    private static final Actor GUEST = new Actor.Job("guest");

    private final Moves moves;
    private final AuditTrail audit;

    CustomerDesk(Moves moves, AuditTrail audit) {
        this.moves = moves;
        this.audit = audit;
    }

    /** Takes one merchant's part back, before it was accepted or before the merchant's cut-off. */
    public Moved cancel(Order order, UUID part) {
        Optional<MerchantOrder> found = part(order, part);
        if (found.isEmpty()) {
            return Moved.UNKNOWN;
        }
        if (!found.get().cancellableAt(moves.now())) {
            return Moved.NOT_NOW;
        }
        moves.move(found.get(), MerchantState.CANCELLED, GUEST);
        return Moved.DONE;
    }

    /** Answers whether a heavier line is taken; if not, it is left out. */
    public Moved answer(Order order, UUID part, UUID line, boolean takes) {
        Optional<MerchantOrder> found = part(order, part);
        Optional<OrderLine> asked = found.stream()
                .flatMap(one -> one.lines().stream())
                .filter(one -> one.id().equals(line) && one.state() == OrderLine.State.ASKED)
                .findFirst();
        OptionalLong grams = asked.map(OrderLine::asked).orElse(OptionalLong.empty());
        if (found.isEmpty() || asked.isEmpty() || grams.isEmpty()) {
            return Moved.NOT_NOW;
        }
        MerchantOrder one = found.get();
        moves.event(
                one, takes ? EventKind.AGREED : EventKind.DECLINED, asked.get().name());
        audit.record(GUEST, "shop.order-consent", "order:" + one.order(), Map.of("takes", Boolean.toString(takes)));
        if (!takes && one.lines().stream().filter(OrderLine::live).count() == 1) {
            moves.move(one, MerchantState.REFUSED, GUEST);
            return Moved.DONE;
        }
        if (takes) {
            moves.weigh(asked.get(), grams.getAsLong());
        } else {
            moves.refuse(asked.get());
        }
        moves.price(one, GUEST);
        if (!takes) {
            moves.giveBack(one, List.of(asked.get()));
        }
        if (!takes && one.state() == MerchantState.ACCEPTED) {
            moves.move(one, MerchantState.PARTLY, GUEST);
        }
        return Moved.DONE;
    }

    /** The online payment by which the customer pays what a leg comes to now; empty when nothing is to be paid. */
    public Optional<OnlinePayment> pay(Order order, UUID part, UUID leg) {
        return part(order, part)
                .flatMap(one -> one.legs().stream()
                        .filter(each ->
                                each.id().equals(leg) && each.modality() == Modality.ONLINE && each.dueCents() > 0)
                        .findFirst()
                        .map(each -> moves.online().want(leg, one.merchant(), each.dueCents())));
    }

    private Optional<MerchantOrder> part(Order order, UUID part) {
        return moves.locked(part).filter(one -> one.order().equals(order.id()));
    }
}

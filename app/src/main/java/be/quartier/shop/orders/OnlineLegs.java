package be.quartier.shop.orders;

import be.quartier.people.Actor;
import be.quartier.people.AuditTrail;
import be.quartier.shop.payments.PaidLegs;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes what providers say over into the legs of orders: the same thing said again changes nothing. */
@Component
@Transactional
class OnlineLegs implements PaidLegs {

    private static final Actor PROVIDER = new Actor.Job("payment-provider");

    private final Moves moves;
    private final AuditTrail audit;

    OnlineLegs(Moves moves, AuditTrail audit) {
        this.moves = moves;
        this.audit = audit;
    }

    @Override
    public void changed(UUID leg, long paidCents, long refundedCents) {
        MerchantOrder part = moves.lockedOf(leg);
        Leg before = leg(part, leg);
        if (before.paidCents() == paidCents && before.refundedCents() == refundedCents) {
            return;
        }
        moves.paid(before, paidCents, refundedCents);
        if (paidCents > before.paidCents()) {
            moves.event(part, EventKind.PAID_ONLINE, "");
            note(part, "shop.order-paid", paidCents - before.paidCents());
        }
        if (refundedCents > before.refundedCents()) {
            moves.event(part, EventKind.REFUNDED, "");
            note(part, "shop.order-refunded", refundedCents - before.refundedCents());
        }
        if (!part.state().prepares()) {
            moves.giveOnlineBack(moves.lockedOf(leg), PROVIDER);
            moves.settle(part.id(), part.state(), PROVIDER);
        }
    }

    @Override
    public void notRefunded(UUID leg, long cents) {
        MerchantOrder part = moves.lockedOf(leg);
        moves.event(part, EventKind.REFUND_FAILED, "");
        note(part, "shop.order-refund-failed", cents);
    }

    private static Leg leg(MerchantOrder part, UUID leg) {
        return part.legs().stream()
                .filter(one -> one.id().equals(leg))
                .findFirst()
                .orElseThrow();
    }

    private void note(MerchantOrder part, String action, long cents) {
        audit.record(PROVIDER, action, "order:" + part.order(), Map.of("cents", Long.toString(cents)));
    }
}

package be.quartier.shop.orders;

import be.quartier.shop.Modality;
import be.quartier.vouchers.HoldOutcome;
import be.quartier.vouchers.HoldWish;
import be.quartier.vouchers.Holds;
import be.quartier.vouchers.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * Makes the legs of parts that a voucher pays. The voucher pays as much as is on it; what it does not cover is a leg of its own, in
 * the way the customer chose for the rest. Without such a way a voucher that is too small is a refusal.
 */
final class VoucherLegs {

    /** Somebody may spend from the same voucher between two looks at it; then the next look counts. */
    private static final int LOOKS_MAX = 3;

    private final Holds holds;
    private final OrderWriting writing;

    VoucherLegs(Holds holds, OrderWriting writing) {
        this.holds = holds;
        this.writing = writing;
    }

    /** What becomes of an order's legs. */
    sealed interface Made {
        /** Everything is set aside. */
        record Set(Placing placing) implements Made {}

        /** The voucher cannot pay; what was set aside goes with the transaction. */
        record Not(PlaceOutcome why) implements Made {}
    }

    /** Sets aside what the voucher pays of each part, in the order of the parts. */
    Made make(OrderWish wish, Placing placing) {
        List<Placing.Part> parts = new ArrayList<>();
        for (Placing.Part part : placing.parts()) {
            if (part.draft().modality() != Modality.VOUCHER) {
                parts.add(part);
                continue;
            }
            List<Leg> legs = new ArrayList<>();
            Optional<PlaceOutcome> refused = legs(wish, placing.id(), part.draft(), legs);
            if (refused.isPresent()) {
                return new Made.Not(refused.get());
            }
            parts.add(new Placing.Part(part.id(), part.draft(), legs));
        }
        return new Made.Set(new Placing(placing.id(), placing.number(), placing.draft(), parts));
    }

    private Optional<PlaceOutcome> legs(OrderWish wish, UUID order, Draft.Part part, List<Leg> legs) {
        long covered = part.cents();
        for (int look = 0; look < LOOKS_MAX && covered > 0; look++) {
            switch (hold(wish, order, part.terms().merchant(), covered)) {
                case HoldOutcome.Held held -> {
                    Leg leg = writing.leg(Modality.VOUCHER, covered);
                    legs.add(leg.held(held.id()));
                    return rest(part, part.cents() - covered, legs);
                }
                case HoldOutcome.Refused(Refusal why, OptionalLong balance) -> {
                    if (why != Refusal.INSUFFICIENT_BALANCE || part.rest().isEmpty() || balance.isEmpty()) {
                        return Optional.of(new PlaceOutcome.VoucherRefused(why, balance));
                    }
                    covered = Math.min(covered - 1, balance.getAsLong());
                }
            }
        }
        return rest(part, part.cents(), legs);
    }

    private Optional<PlaceOutcome> rest(Draft.Part part, long cents, List<Leg> legs) {
        part.rest().filter(_ -> cents > 0).ifPresent(way -> legs.add(writing.leg(way, cents)));
        return Optional.empty();
    }

    private HoldOutcome hold(OrderWish wish, UUID order, UUID merchant, long cents) {
        return holds.hold(new HoldWish(
                wish.voucher().orElseThrow(),
                cents,
                merchant,
                order,
                wish.person().map(be.quartier.ledger.Actor::person).orElse(be.quartier.ledger.Actor.SYSTEM)));
    }
}

package be.quartier.shop.orders;

import be.quartier.installation.Ids;
import be.quartier.people.Actor;
import be.quartier.people.AuditTrail;
import be.quartier.shop.terms.Substitution;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Articles in place of missing ones, in the current commune. What may be put is what the merchant's terms said when the customer
 * ordered: nothing, something after the customer's yes, or something near it at once. Whatever the terms say, nothing dearer and
 * nothing with an age check is put without a yes. Without an answer in time the line is left out.
 */
@Component
public class Substitutions {

    private static final Duration ANSWER_MIN = Duration.ofMinutes(30);
    private static final Duration ANSWER_MAX = Duration.ofHours(24);
    private static final int DETAIL_MAX = 200;
    private static final Actor CUSTOMER = new Actor.Job("guest");
    private static final Actor TIME = new Actor.Job("substitutes");

    private final Moves moves;
    private final Offers offers;
    private final SubstituteRows rows;
    private final AuditTrail audit;
    private final Ids ids;
    private final TransactionTemplate whole;

    Substitutions(
            Moves moves,
            Offers offers,
            JdbcClient jdbc,
            AuditTrail audit,
            Ids ids,
            PlatformTransactionManager transactions) {
        this.moves = moves;
        this.offers = offers;
        this.rows = new SubstituteRows(jdbc);
        this.audit = audit;
        this.ids = ids;
        this.whole = new TransactionTemplate(transactions);
        this.whole.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** Puts so much of another article of the same merchant in place of a line, or asks the customer whether it may. */
    public SwapOutcome propose(UUID merchant, UUID part, UUID line, UUID variant, long quantity, Actor by) {
        return Objects.requireNonNull(whole.execute(status -> {
            SwapOutcome outcome = moves.locked(part)
                    .filter(one -> one.merchant().equals(merchant))
                    .map(one -> propose(one, line, variant, quantity, by))
                    .orElse(SwapOutcome.UNKNOWN);
            if (outcome == SwapOutcome.SCARCE) {
                status.setRollbackOnly();
            }
            return outcome;
        }));
    }

    private SwapOutcome propose(MerchantOrder part, UUID id, UUID variant, long quantity, Actor by) {
        Optional<OrderLine> found = line(part, id);
        Offer offer = offers.offers(List.of(variant)).get(variant);
        if (found.isEmpty() || offer == null || !offer.merchant().equals(part.merchant())) {
            return SwapOutcome.UNKNOWN;
        }
        OrderLine line = found.get();
        boolean open = part.state() == MerchantState.ACCEPTED || part.state() == MerchantState.PARTLY;
        if (!open
                || line.state() != OrderLine.State.ORDERED
                || line.substitute().isPresent()
                || line.variant().equals(variant)) {
            return SwapOutcome.NOT_NOW;
        }
        if (part.substitution() == Substitution.NEVER) {
            return SwapOutcome.NEVER;
        }
        if (!offer.sells(quantity)) {
            return SwapOutcome.QUANTITY;
        }
        boolean atOnce = part.substitution() == Substitution.ALLOWED
                && offer.cents(quantity) <= line.amountCents()
                && offer.minimumAge().isEmpty();
        Substitute substitute = substitute(offer, quantity, atOnce, answerBy(part));
        rows.add(Moves.commune(), part.id(), id, substitute, moves.now());
        note(part, "shop.order-line-substituted", line, substitute, by);
        if (atOnce) {
            swap(part, line, substitute, by);
        }
        Map<UUID, Long> back = atOnce ? line.units() : Map.of();
        if (!moves.exchange(part.order(), back, substitute.units())) {
            return SwapOutcome.SCARCE;
        }
        moves.event(part, atOnce ? EventKind.REPLACED : EventKind.PROPOSED, words(line, substitute));
        return atOnce ? SwapOutcome.GIVEN : SwapOutcome.ASKED;
    }

    /** The customer's answer: the substitute takes the place of the line, or the line is left out. */
    public Moved answer(Order order, UUID part, UUID line, boolean takes) {
        return Objects.requireNonNull(whole.execute(_ -> moves.locked(part)
                .filter(one -> one.order().equals(order.id()))
                .map(one -> takes ? agree(one, line) : leaveOut(one, line, Substitute.State.DECLINED, CUSTOMER))
                .orElse(Moved.UNKNOWN)));
    }

    /** Leaves out the lines whose customers did not answer in time, at most so many; how many there were. */
    int lapse(int limit) {
        List<SubstituteRows.Due> due =
                Objects.requireNonNull(whole.execute(_ -> rows.due(Moves.commune(), moves.now(), limit)));
        for (SubstituteRows.Due one : due) {
            whole.executeWithoutResult(_ -> moves.locked(one.part())
                    .ifPresent(part -> leaveOut(part, one.line(), Substitute.State.LAPSED, TIME)));
        }
        return due.size();
    }

    private Moved agree(MerchantOrder part, UUID id) {
        Optional<OrderLine> found = line(part, id).filter(OrderLine::waits);
        if (found.isEmpty() || !part.state().prepares()) {
            return Moved.NOT_NOW;
        }
        OrderLine line = found.get();
        Substitute substitute = line.substitute().orElseThrow();
        rows.end(Moves.commune(), id, Substitute.State.AGREED);
        note(part, "shop.order-substitute-agreed", line, substitute, CUSTOMER);
        swap(part, line, substitute, CUSTOMER);
        if (!moves.exchange(part.order(), line.units(), Map.of())) {
            throw new IllegalStateException("what order " + part.order() + " took does not come back");
        }
        moves.event(part, EventKind.SWAP_AGREED, words(line, substitute));
        return Moved.DONE;
    }

    private Moved leaveOut(MerchantOrder part, UUID id, Substitute.State why, Actor by) {
        Optional<OrderLine> found = line(part, id).filter(OrderLine::waits);
        if (found.isEmpty() || !part.state().prepares()) {
            return Moved.NOT_NOW;
        }
        OrderLine line = found.get();
        rows.end(Moves.commune(), id, why);
        note(part, "shop.order-substitute-declined", line, line.substitute().orElseThrow(), by);
        moves.event(
                part,
                why == Substitute.State.LAPSED ? EventKind.SWAP_LAPSED : EventKind.SWAP_DECLINED,
                words(line, line.substitute().orElseThrow()));
        if (part.lines().stream().filter(OrderLine::live).count() == 1) {
            moves.move(part, MerchantState.REFUSED, by);
            return Moved.DONE;
        }
        moves.refuse(line);
        moves.price(part, by);
        moves.giveBack(part, List.of(line));
        if (part.state() == MerchantState.ACCEPTED) {
            moves.move(part, MerchantState.PARTLY, by);
        }
        return Moved.DONE;
    }

    /** The line goes, the substitute comes, and the legs follow; the stock is the caller's to move, last. */
    private void swap(MerchantOrder part, OrderLine line, Substitute substitute, Actor by) {
        moves.refuse(line);
        rows.asLine(Moves.commune(), part.id(), ids.uuid(), substitute);
        moves.price(part, by);
    }

    private static Substitute substitute(Offer offer, long quantity, boolean atOnce, Instant answerBy) {
        Map<UUID, Long> units = new HashMap<>();
        offer.needs().forEach((unit, per) -> units.put(unit, quantity * per));
        return new Substitute(
                offer.variant(),
                offer.name(),
                offer.unit(),
                quantity,
                offer.priceCents(),
                offer.depositCents(),
                offer.vatPermille(),
                units,
                offer.cents(quantity),
                atOnce ? Substitute.State.GIVEN : Substitute.State.ASKED,
                answerBy);
    }

    /** Until the order is to be ready; half an hour at least, a day at most. */
    private Instant answerBy(MerchantOrder part) {
        Instant soonest = moves.now().plus(ANSWER_MIN);
        Instant latest = moves.now().plus(ANSWER_MAX);
        Instant ready = part.readyAt();
        return ready.isBefore(soonest) ? soonest : ready.isAfter(latest) ? latest : ready;
    }

    private void note(MerchantOrder part, String action, OrderLine line, Substitute substitute, Actor by) {
        audit.record(
                by,
                action,
                "order:" + part.order(),
                Map.of(
                        "line",
                        line.id().toString(),
                        "variant",
                        substitute.variant().toString(),
                        "cents",
                        Long.toString(substitute.amountCents())));
    }

    private static String words(OrderLine line, Substitute substitute) {
        String words = line.name() + " → " + substitute.name();
        return words.substring(0, Math.min(DETAIL_MAX, words.length()));
    }

    private static Optional<OrderLine> line(MerchantOrder part, UUID line) {
        return part.lines().stream().filter(one -> one.id().equals(line)).findFirst();
    }
}

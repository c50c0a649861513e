package be.quartier.shop.payments;

import be.quartier.commune.Tenancy;
import be.quartier.installation.Ids;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is wanted of providers in the current commune: payments and refunds of legs. Every verb joins the caller's transaction, which
 * holds the lock of the leg's order, and speaks with nobody: {@link PaymentTalks} does, afterwards.
 */
@Component
@Transactional
public class OnlinePayments {

    private final PaymentRows rows;
    private final Ids ids;
    private final InstantSource clock;

    OnlinePayments(JdbcClient jdbc, Ids ids, InstantSource clock) {
        this.rows = new PaymentRows(jdbc);
        this.ids = ids;
        this.clock = clock;
    }

    /** The payment by which a leg is to be paid: one that is under way for the same amount, or a new one. */
    public OnlinePayment want(UUID leg, UUID merchant, long cents) {
        Optional<OnlinePayment> under = rows.of(commune(), List.of(leg)).stream()
                .filter(one -> !one.state().ended() && one.cents() == cents)
                .findFirst();
        return under.orElseGet(() -> {
            OnlinePayment made = new OnlinePayment(
                    ids.uuid(), leg, merchant, cents, PaymentState.WANTED, Optional.empty(), "", 0, now());
            rows.add(commune(), made);
            return made;
        });
    }

    /** A payment of a leg. */
    @Transactional(readOnly = true)
    public Optional<OnlinePayment> find(UUID payment) {
        return rows.find(commune(), payment);
    }

    /** The payments of a leg, the newest first. */
    @Transactional(readOnly = true)
    public List<OnlinePayment> of(UUID leg) {
        return rows.of(commune(), List.of(leg));
    }

    /** How these legs stand; those that nobody tried to pay are left out. */
    @Transactional(readOnly = true)
    public Map<UUID, OnlineLeg> legs(Collection<UUID> legs) {
        return legs.isEmpty() ? Map.of() : rows.legs(commune(), legs);
    }

    /** How a leg stands. */
    @Transactional(readOnly = true)
    public OnlineLeg leg(UUID leg) {
        return legs(List.of(leg)).getOrDefault(leg, OnlineLeg.NONE);
    }

    /**
     * Wants so much of a leg to go back through the provider, from its newest payments first.
     *
     * @return what is on its way; less than asked for when less was paid
     */
    public long refund(UUID leg, long cents) {
        long rest = cents;
        for (OnlinePayment one : rows.of(commune(), List.of(leg))) {
            long free = one.state() == PaymentState.PAID
                    ? one.cents() - one.refundedCents() - rows.returning(commune(), one.id())
                    : 0;
            long part = Math.min(rest, free);
            if (part > 0) {
                rows.addRefund(commune(), ids.uuid(), one, part, now());
                rest -= part;
            }
        }
        return cents - rest;
    }

    /** Notes that the merchant gave so much of a leg back by another way. */
    public void refundedByHand(UUID leg, long cents) {
        rows.byHand(commune(), ids.uuid(), leg, cents, now());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static int commune() {
        return Tenancy.required().value();
    }
}

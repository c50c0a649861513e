package be.quartier.shop.payments;

import be.quartier.commune.Tenancy;
import be.quartier.shop.payments.PaymentProvider.Answer;
import be.quartier.shop.payments.PaymentProvider.Seen;
import be.quartier.shop.payments.PaymentProvider.SeenRefund;
import be.quartier.shop.payments.PaymentProvider.Wanted;
import be.quartier.shop.payments.PaymentRows.Sums;
import be.quartier.shop.payments.PaymentRows.Ticket;
import be.quartier.shop.payments.RefundRows.Refund;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Speaks with providers about the payments of the current commune, never inside a transaction.
 *
 * <p>Each asking has a number, given before the question leaves; an answer counts only when no later asking was answered before
 * it. A provider calls back after each change, so the answer that counts last has seen them all.
 */
@Component
public class PaymentTalks {

    private static final Logger LOG = LoggerFactory.getLogger(PaymentTalks.class);
    private static final Duration LEASE = Duration.ofSeconds(20);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration GIVEN_UP = Duration.ofDays(40);
    private static final Duration REFUND_GIVEN_UP = Duration.ofDays(7);

    private final PaymentRows rows;
    private final RefundRows refunds;
    private final PaymentKeys keys;
    private final PaymentProvider provider;
    private final PaidLegs legs;
    private final InstantSource clock;
    private final TransactionTemplate whole;

    PaymentTalks(
            JdbcClient jdbc,
            PaymentKeys keys,
            PaymentProvider provider,
            PaidLegs legs,
            InstantSource clock,
            PlatformTransactionManager transactions) {
        this.rows = new PaymentRows(jdbc);
        this.refunds = new RefundRows(jdbc);
        this.keys = keys;
        this.provider = provider;
        this.legs = legs;
        this.clock = clock;
        this.whole = new TransactionTemplate(transactions);
    }

    /** Where a customer pays. */
    public sealed interface Begun {
        /** At the provider's page. */
        record At(URI checkout) implements Begun {}

        /** Nowhere: it is paid, or was not taken by the provider. */
        record Not() implements Begun {}

        /** The provider does not answer; the same again in a moment. */
        record Later() implements Begun {}
    }

    /** A payment and the key of its merchant, if that still has one. */
    private record Known(OnlinePayment payment, Optional<ApiKey> key) {}

    /** An asking about to leave. */
    private record Asking(Ticket ticket, Optional<ApiKey> key) {}

    /** Makes a payment at the provider, unless it was made before, and says where it is paid. */
    public Begun begin(UUID payment, String description, String locale, URI back, Optional<URI> callback) {
        int commune = commune();
        Known seen = known(payment);
        OnlinePayment known = seen.payment();
        if (known.provider().isPresent() || !known.state().payable()) {
            return begun(known);
        }
        Optional<ApiKey> key = seen.key();
        if (key.isEmpty()) {
            whole.executeWithoutResult(_ -> rows.notMade(commune, payment));
            return new Begun.Not();
        }
        Wanted wanted = new Wanted(payment, known.cents(), description, locale, back, callback);
        return switch (provider.create(key.get(), wanted)) {
            case Answer.Is<Seen>(Seen made) -> {
                Instant ask = now().plus(LEASE);
                yield begun(Objects.requireNonNull(whole.execute(_ -> {
                    rows.made(commune, payment, made, ask);
                    return rows.find(commune, payment).orElseThrow();
                })));
            }
            case Answer.No<Seen>(Answer.No.Why why, String detail) -> {
                LOG.warn("provider does not take a payment: {} {}", why, detail);
                if (why == Answer.No.Why.KEY) {
                    keys.refused(known.merchant());
                }
                whole.executeWithoutResult(_ -> rows.notMade(commune, payment));
                yield new Begun.Not();
            }
            case Answer.Later<Seen> _ -> new Begun.Later();
        };
    }

    private static Begun begun(OnlinePayment payment) {
        return payment.state().payable() && !payment.checkout().isEmpty()
                ? new Begun.At(URI.create(payment.checkout()))
                : new Begun.Not();
    }

    /** A provider says that something happened to a payment: it is asked soon. Whether we know the payment. */
    public boolean told(String provider) {
        return Boolean.TRUE.equals(whole.execute(_ -> rows.told(commune(), provider, now())));
    }

    /** Asks how a payment stands, now. */
    public void look(UUID payment) {
        Instant now = now();
        Objects.requireNonNull(whole.execute(_ -> asking(payment, now))).ifPresent(this::ask);
    }

    private Optional<Asking> asking(UUID payment, Instant now) {
        return rows.ticket(commune(), payment, now, now.plus(LEASE))
                .map(ticket -> new Asking(ticket, keys.open(ticket.payment().merchant())));
    }

    /** Asks about what is due, and gives back what is due, at most so many of each; how many there were. */
    public int round(int limit) {
        int commune = commune();
        Instant now = now();
        List<Asking> due = Objects.requireNonNull(whole.execute(_ -> rows.due(commune, now, limit).stream()
                .flatMap(id -> asking(id, now).stream())
                .toList()));
        due.forEach(this::ask);
        List<Refund> back = Objects.requireNonNull(whole.execute(_ -> refunds.take(commune, now, LEASE, limit)));
        back.forEach(this::giveBack);
        return Math.max(due.size(), back.size());
    }

    private void ask(Asking asking) {
        Ticket ticket = asking.ticket();
        OnlinePayment payment = ticket.payment();
        Optional<ApiKey> key = asking.key();
        if (key.isEmpty()) {
            return;
        }
        switch (provider.ask(key.get(), payment.provider().orElseThrow())) {
            case Answer.Is<Seen>(Seen seen) -> {
                if (seen.cents() == payment.cents()
                        && seen.id().equals(payment.provider().orElseThrow())) {
                    whole.executeWithoutResult(_ -> note(ticket, seen));
                } else {
                    LOG.error("provider answers with another payment than {}", payment.id());
                }
            }
            case Answer.No<Seen>(Answer.No.Why why, String detail) ->
                LOG.warn("provider does not tell of payment {}: {} {}", payment.id(), why, detail);
            case Answer.Later<Seen> _ -> {}
        }
    }

    /** Notes an answer, unless a later asking was answered before. */
    private void note(Ticket ticket, Seen seen) {
        int commune = commune();
        UUID id = ticket.payment().id();
        PaymentRows.Locked locked = rows.lock(commune, id);
        if (locked.answered() >= ticket.number()) {
            return;
        }
        OnlinePayment before = locked.payment();
        // what was paid stays paid: a charge-back is between the merchant, the customer and their banks
        PaymentState state = before.state() == PaymentState.PAID ? PaymentState.PAID : seen.state();
        long refunded = state == PaymentState.PAID ? Math.min(before.cents(), seen.refundedCents()) : 0;
        rows.answered(commune, ticket, state, refunded, next(before, state, seen.refunds()));
        for (SeenRefund one : seen.refunds()) {
            one.ours().ifPresent(ours -> {
                if (one.failed()) {
                    refunds.failed(commune, ours).ifPresent(cents -> failed(before.leg(), cents));
                } else {
                    refunds.made(commune, ours, one.id());
                }
            });
        }
        // what the leg knows follows from these two alone, and was written with them
        if (state != before.state() || refunded != before.refundedCents()) {
            tell(before.leg());
        }
    }

    /** A payment that nobody calls back about is asked less and less often; a refund under way is looked at daily. */
    private Optional<Instant> next(OnlinePayment payment, PaymentState state, List<SeenRefund> refunds) {
        Instant now = now();
        Duration age = Duration.between(payment.createdAt(), now);
        if (state.ended()) {
            return refunds.stream().anyMatch(one -> !one.failed() && !one.done())
                    ? Optional.of(now.plus(DAY))
                    : Optional.empty();
        }
        return age.compareTo(GIVEN_UP) > 0
                ? Optional.empty()
                : Optional.of(now.plus(LEASE).plus(age.dividedBy(4)));
    }

    private void giveBack(Refund refund) {
        int commune = commune();
        Known known = known(refund.payment());
        OnlinePayment payment = known.payment();
        if (refund.tries() > 1) {
            // the answer may have been lost where the money was not
            look(payment.id());
            if (!Boolean.TRUE.equals(whole.execute(_ -> refunds.wanted(commune, refund.id())))) {
                return;
            }
        }
        Optional<ApiKey> key = known.key();
        Answer<SeenRefund> answer = key.isEmpty() || payment.provider().isEmpty()
                ? new Answer.No<>(Answer.No.Why.KEY, "")
                : provider.refund(
                        key.get(),
                        payment.provider().get(),
                        refund.id(),
                        refund.cents(),
                        refund.id().toString());
        boolean late = refund.createdAt().plus(REFUND_GIVEN_UP).isBefore(now());
        switch (answer) {
            case Answer.Is<SeenRefund>(SeenRefund made) -> whole.executeWithoutResult(_ -> noteRefund(refund, made));
            case Answer.No<SeenRefund>(Answer.No.Why why, String detail) -> {
                LOG.warn("provider does not give {} back: {} {}", refund.id(), why, detail);
                whole.executeWithoutResult(_ -> notGivenBack(refund));
            }
            case Answer.Later<SeenRefund> _ -> {
                if (late) {
                    whole.executeWithoutResult(_ -> notGivenBack(refund));
                }
            }
        }
    }

    private void noteRefund(Refund refund, SeenRefund made) {
        int commune = commune();
        rows.lock(commune, refund.payment());
        if (refunds.wanted(commune, refund.id())) {
            refunds.made(commune, refund.id(), made.id());
            rows.refunded(commune, refund.payment(), refund.cents(), now().plus(DAY));
            tell(refund.leg());
        }
    }

    private void notGivenBack(Refund refund) {
        rows.lock(commune(), refund.payment());
        refunds.failed(commune(), refund.id()).ifPresent(cents -> failed(refund.leg(), cents));
    }

    private void failed(UUID leg, long cents) {
        legs.notRefunded(leg, cents);
    }

    private void tell(UUID leg) {
        Sums sums = rows.sums(commune(), leg);
        legs.changed(leg, sums.paidCents(), Math.min(sums.paidCents(), sums.refundedCents()));
    }

    private Known known(UUID payment) {
        return Objects.requireNonNull(whole.execute(_ -> {
            OnlinePayment found = rows.find(commune(), payment).orElseThrow();
            return new Known(found, keys.open(found.merchant()));
        }));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static int commune() {
        return Tenancy.required().value();
    }
}

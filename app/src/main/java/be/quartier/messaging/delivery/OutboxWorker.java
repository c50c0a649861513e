package be.quartier.messaging.delivery;

import be.quartier.commune.Brussels;
import be.quartier.commune.Commune;
import be.quartier.commune.Tenancy;
import be.quartier.messaging.Carriage;
import be.quartier.messaging.Carrier;
import be.quartier.messaging.Channel;
import be.quartier.messaging.Envelope;
import be.quartier.messaging.MessageState;
import be.quartier.messaging.store.DueMessage;
import be.quartier.messaging.store.OutboxStore;
import be.quartier.messaging.template.Kind;
import be.quartier.operations.Bell;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Carries what is due. Runs on every node: a row is taken by one of them ({@code for update skip locked}), marked in a
 * transaction of its own before the first byte leaves, and settled in another one after the provider's word.
 */
public final class OutboxWorker {

    /** How long what a message says, and to whom, is kept after it left: long enough to answer a complaint about it. */
    public static final Duration KEPT = Duration.ofDays(90);

    private static final Logger LOG = LoggerFactory.getLogger(OutboxWorker.class);

    private final OutboxStore store;
    private final TransactionTemplate transactions;
    private final List<Carrier> carriers;
    private final Unsubscribing unsubscribing;
    private final Limits limits;
    private final Clock clock;
    private final BooleanSupplier keepSecrets;
    private final Semaphore hands;
    private final Bell bell = new Bell();

    /** @param keepSecrets whether codes stay readable after they left: only a demonstration may */
    public OutboxWorker(
            OutboxStore store,
            TransactionTemplate transactions,
            List<Carrier> carriers,
            Unsubscribing unsubscribing,
            Limits limits,
            Clock clock,
            BooleanSupplier keepSecrets) {
        this.store = store;
        this.transactions = transactions;
        this.carriers = List.copyOf(carriers);
        this.unsubscribing = unsubscribing;
        this.limits = limits;
        this.clock = clock;
        this.keepSecrets = keepSecrets;
        this.hands = new Semaphore(limits.atOnceMax());
    }

    /** Asks for a round now rather than at the next one. */
    public void wake() {
        bell.ring();
    }

    /** Rings when there is something to carry. */
    Bell bell() {
        return bell;
    }

    /** Begins to carry what a commune has due and fits in this node's hands; gives how many messages it took. */
    public int round(Commune commune) {
        int taken = 0;
        expire(commune);
        for (Carrier carrier : carriers) {
            if (carrier.ready()) {
                taken += round(commune, carrier);
            }
        }
        return taken;
    }

    /** Empties a commune's messages that left longer than {@link #KEPT} ago; gives how many. */
    public int forget(Commune commune) {
        Integer forgotten = in(
                commune, () -> store.forgetBefore(commune.id(), clock.instant().minus(KEPT)));
        return forgotten == null ? 0 : forgotten;
    }

    /** Waits until everything in this node's hands is settled. */
    public void finish() throws InterruptedException {
        hands.acquire(limits.atOnceMax());
        hands.release(limits.atOnceMax());
    }

    private void expire(Commune commune) {
        Integer lost =
                in(commune, () -> store.expire(commune.id(), clock.instant().plus(limits.settleDelay())));
        if (lost != null && lost > 0) {
            LOG.warn("{} messages were in the hands of a node that stopped; they are tried again", lost);
        }
    }

    private int round(Commune commune, Carrier carrier) {
        int free = hands.drainPermits();
        if (free == 0) {
            return 0;
        }
        List<DueMessage> due = List.of();
        try {
            due = take(commune, carrier.channel(), free);
        } finally {
            hands.release(free - due.size());
        }
        boolean more = due.size() == free;
        for (DueMessage message : due) {
            Thread.ofVirtual().name("outbox").start(() -> {
                try {
                    carry(commune, carrier, message);
                } finally {
                    hands.release();
                    if (more) {
                        wake();
                    }
                }
            });
        }
        return due.size();
    }

    private List<DueMessage> take(Commune commune, Channel channel, int free) {
        Instant now = clock.instant();
        List<DueMessage> due = in(commune, () -> store.take(commune.id(), channel.code(), now, free, limits.lease()));
        return due == null ? List.of() : withinDayLimit(commune, channel, due, now);
    }

    /** What would go over the day's limit waits for the next morning. */
    private List<DueMessage> withinDayLimit(Commune commune, Channel channel, List<DueMessage> due, Instant now) {
        if (channel != Channel.MAIL || due.isEmpty()) {
            return due;
        }
        LocalDate today = Brussels.dateOf(now);
        List<DueMessage> kept = in(commune, () -> {
            int room = limits.mailsPerDayMax() - store.countSent(commune.id(), channel.code(), Brussels.startOf(today));
            int fitting = Math.clamp(room, 0, due.size());
            for (DueMessage late : due.subList(fitting, due.size())) {
                store.postpone(commune.id(), late, Brussels.startOf(today.plusDays(1)));
            }
            return due.subList(0, fitting);
        });
        return kept == null ? List.of() : kept;
    }

    private void carry(Commune commune, Carrier carrier, DueMessage message) {
        if (clock.instant().isAfter(message.giveUpAt())) {
            settle(commune, message, new Carriage.Never("too late to be of use"));
            return;
        }
        Envelope envelope = new Envelope(
                message.id(),
                commune,
                message.recipient(),
                message.language(),
                message.subject(),
                message.text(),
                message.html(),
                message.attempt(),
                message.kind() == Kind.MAILING
                        ? Optional.of(unsubscribing.address(commune, message.id()))
                        : Optional.empty());
        Carriage carriage;
        try {
            carriage = carrier.carry(envelope);
        } catch (RuntimeException e) {
            LOG.error("a carrier of {} broke", carrier.channel(), e);
            carriage = new Carriage.Lost("carrier broke: " + e.getClass().getSimpleName());
        }
        settle(commune, message, carriage);
    }

    private void settle(Commune commune, DueMessage message, Carriage carriage) {
        Instant now = clock.instant();
        in(commune, () -> {
            switch (carriage) {
                case Carriage.Taken taken ->
                    store.sent(
                            commune.id(),
                            message,
                            now,
                            taken.reference(),
                            keepSecrets.getAsBoolean() || message.kind().kept());
                case Carriage.Never never ->
                    store.notSent(
                            commune.id(), message, MessageState.FAILED_PERMANENT, never.reason(), Optional.empty());
                case Carriage.NotNow later ->
                    store.notSent(
                            commune.id(),
                            message,
                            MessageState.FAILED_TEMPORARY,
                            later.reason(),
                            Optional.of(now.plus(Backoff.after(message.attempt()))));
                case Carriage.Lost lost ->
                    store.notSent(
                            commune.id(),
                            message,
                            MessageState.UNKNOWN,
                            lost.reason(),
                            Optional.of(now.plus(limits.settleDelay())));
            }
            return true;
        });
    }

    private <T> @org.jspecify.annotations.Nullable T in(Commune commune, java.util.function.Supplier<T> work) {
        return Tenancy.in(commune.id(), () -> transactions.execute(status -> work.get()));
    }
}

package be.quartier.vouchers;

import be.quartier.commune.CommuneId;
import be.quartier.commune.Tenancy;
import be.quartier.vouchers.SpendBatch.Wish;
import be.quartier.vouchers.SpendOutcome.Refused;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Group commit: while one batch of a commune's spends is being written, the next ones gather, and go together.
 *
 * <p>Invariant: no more than {@link #WAITING_MAX} spends of a commune wait, none longer than {@link #SECONDS_MAX}; what
 * cannot be served in time is refused as overloaded, and repeating it with the same key is always safe.
 */
@Component
class SpendLanes {

    static final int WAITING_MAX = 1_000;
    static final int SECONDS_MAX = 5;

    private static final int BATCH_MAX = 128;
    private static final int LANES_MAX = Integer.getInteger("quartier.spends.lanes", 2);
    private static final int ATTEMPTS_MAX = 5;

    private static final Logger log = LoggerFactory.getLogger(SpendLanes.class);

    private final SpendBatch batch;
    private final Map<CommuneId, Lane> lanes = new ConcurrentHashMap<>();

    SpendLanes(SpendBatch batch) {
        this.batch = batch;
    }

    /** Carries out a spend of the current commune together with what else has arrived, and waits for its outcome. */
    SpendOutcome spend(Wish wish) {
        CommuneId commune = Tenancy.required();
        CompletableFuture<SpendOutcome> outcome =
                lanes.computeIfAbsent(commune, Lane::new).add(wish);
        try {
            return outcome.get(SECONDS_MAX, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            outcome.cancel(false);
            return Refused.because(Refusal.OVERLOADED);
        } catch (ExecutionException e) {
            log.warn("A spend could not be carried out: {}", String.valueOf(e.getCause()));
            return Refused.because(Refusal.OVERLOADED);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Refused.because(Refusal.OVERLOADED);
        }
    }

    private record Waiting(Wish wish, CompletableFuture<SpendOutcome> outcome) {}

    private final class Lane {

        private final CommuneId commune;
        private final Deque<Waiting> waiting = new ArrayDeque<>();
        private int running;

        Lane(CommuneId commune) {
            this.commune = commune;
        }

        CompletableFuture<SpendOutcome> add(Wish wish) {
            CompletableFuture<SpendOutcome> outcome = new CompletableFuture<>();
            synchronized (this) {
                if (waiting.size() >= WAITING_MAX) {
                    outcome.complete(Refused.because(Refusal.OVERLOADED));
                    return outcome;
                }
                waiting.add(new Waiting(wish, outcome));
                if (running >= LANES_MAX) {
                    return outcome;
                }
                running++;
            }
            Thread.ofVirtual().name("spends-" + commune.value()).start(() -> Tenancy.run(commune, this::run));
            return outcome;
        }

        private void run() {
            for (List<Waiting> next = next(); !next.isEmpty(); next = next()) {
                try {
                    together(next);
                } catch (RuntimeException | Error e) {
                    next.forEach(one -> one.outcome().completeExceptionally(e));
                }
            }
        }

        /** What can go together: no two of one voucher or one key. Empty, and this runner gone, when nothing waits. */
        private synchronized List<Waiting> next() {
            List<Waiting> next = new ArrayList<>();
            Set<Object> taken = new HashSet<>();
            Iterator<Waiting> all = waiting.iterator();
            while (all.hasNext() && next.size() < BATCH_MAX) {
                Waiting one = all.next();
                if (one.outcome().isDone()) {
                    all.remove();
                } else if (!taken.contains(one.wish().tokenHash())
                        && !taken.contains(one.wish().id())) {
                    taken.add(one.wish().tokenHash());
                    taken.add(one.wish().id());
                    next.add(one);
                    all.remove();
                }
            }
            if (next.isEmpty()) {
                running--;
            }
            return next;
        }
    }

    private void together(List<Waiting> spends) {
        List<@Nullable SpendOutcome> outcomes;
        try {
            outcomes = batch.execute(spends.stream().map(Waiting::wish).toList());
        } catch (DataAccessException | TransactionException e) {
            boolean lost = isLost(e);
            log.info("A batch of {} spends failed: {}", spends.size(), String.valueOf(e.getMessage()));
            spends.forEach(
                    one -> one.outcome().complete(lost ? Refused.because(Refusal.OVERLOADED) : alone(one.wish())));
            return;
        }
        for (int at = 0; at < spends.size(); at++) {
            SpendOutcome outcome = outcomes.get(at);
            Waiting one = spends.get(at);
            one.outcome().complete(outcome != null ? outcome : alone(one.wish()));
        }
    }

    // The fate of a failed commit may be unknown; the id of the transfer makes another attempt safe.
    private SpendOutcome alone(Wish wish) {
        for (int attempt = 1; attempt <= ATTEMPTS_MAX; attempt++) {
            try {
                SpendOutcome outcome = batch.execute(List.of(wish)).getFirst();
                if (outcome != null) {
                    return outcome;
                }
            } catch (DataAccessException | TransactionException e) {
                log.info("Attempt {} of a spend failed: {}", attempt, String.valueOf(e.getMessage()));
                if (isLost(e)) {
                    break;
                }
            }
        }
        return Refused.because(Refusal.OVERLOADED);
    }

    /** Whether the database cannot be reached, so that more attempts would only make others wait. */
    private static boolean isLost(RuntimeException e) {
        return e instanceof TransactionException || e instanceof DataAccessResourceFailureException;
    }
}

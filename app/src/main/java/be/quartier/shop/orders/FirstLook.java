package be.quartier.shop.orders;

import be.quartier.commune.CommuneId;
import be.quartier.commune.Tenancy;
import be.quartier.shop.orders.OrderReading.Known;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What everybody who orders sees first when its turn has come. Whose turn comes while one look is under way goes together with others
 * into the next, and who finds nothing left opens no transaction.
 *
 * <p>Invariant: a look begins after the wish came, so that nobody is refused what was free when it asked.
 */
final class FirstLook {

    private static final int TOGETHER_MAX = 256;

    private final Offers offers;
    private final OrderReading reading;
    private final TransactionTemplate whole;
    private final Map<CommuneId, Line> lines = new ConcurrentHashMap<>();

    FirstLook(Offers offers, OrderReading reading, TransactionTemplate whole) {
        this.offers = offers;
        this.reading = reading;
        this.whole = whole;
    }

    /**
     * What there is.
     *
     * @param offers those of the wish, and of others beside
     * @param known the order that has the wish's key already
     */
    record Seen(Map<UUID, Offer> offers, Optional<Known> known) {}

    /** A look for one wish of the current commune; what the caller's own transaction did is seen too. */
    Seen at(OrderWish wish) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return together(List.of(wish)).getFirst();
        }
        CompletableFuture<Seen> seen =
                lines.computeIfAbsent(Tenancy.required(), Line::new).add(wish);
        try {
            return seen.get(Gate.SECONDS_MAX, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw Gate.overloaded();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Gate.overloaded();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a look at the offers failed", e.getCause());
        }
    }

    private List<Seen> together(List<OrderWish> wishes) {
        return Objects.requireNonNull(whole.execute(_ -> {
            Map<UUID, Offer> found = offers.offers(wishes.stream()
                    .flatMap(wish -> wish.variants().stream())
                    .distinct()
                    .toList());
            Map<String, Known> known = reading.byKeys(
                    Tenancy.required().value(),
                    wishes.stream().map(OrderWish::key).distinct().toList());
            return wishes.stream()
                    .map(wish -> new Seen(found, Optional.ofNullable(known.get(wish.key()))))
                    .toList();
        }));
    }

    private record Waiting(OrderWish wish, CompletableFuture<Seen> seen) {}

    /** The wishes of one commune. */
    private final class Line {

        private final CommuneId commune;
        private final List<Waiting> waiting = new ArrayList<>();
        private boolean running;

        Line(CommuneId commune) {
            this.commune = commune;
        }

        CompletableFuture<Seen> add(OrderWish wish) {
            CompletableFuture<Seen> seen = new CompletableFuture<>();
            synchronized (this) {
                waiting.add(new Waiting(wish, seen));
                if (running) {
                    return seen;
                }
                running = true;
            }
            Thread.ofVirtual().name("first-look-" + commune.value()).start(() -> Tenancy.run(commune, this::run));
            return seen;
        }

        private void run() {
            for (List<Waiting> next = next(); !next.isEmpty(); next = next()) {
                try {
                    List<Seen> all = together(next.stream().map(Waiting::wish).toList());
                    for (int at = 0; at < all.size(); at++) {
                        next.get(at).seen().complete(all.get(at));
                    }
                } catch (RuntimeException | Error e) {
                    next.forEach(one -> one.seen().completeExceptionally(e));
                }
            }
        }

        /** Who goes next; empty, and this runner gone, when nobody waits. */
        private synchronized List<Waiting> next() {
            List<Waiting> first = waiting.subList(0, Math.min(TOGETHER_MAX, waiting.size()));
            List<Waiting> next = List.copyOf(first);
            first.clear();
            running = !next.isEmpty();
            return next;
        }
    }
}

package be.quartier.shop.orders;

import static org.assertj.core.api.Assertions.assertThat;

import be.quartier.testing.QuartierTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Seeded baskets of one to eight merchants in every way to pay, brought or fetched: vouchers that cover a part, weights, shortages,
 * substitutes, refusals, consents, payments and refunds. After every step the legs come to the lines to the cent, VAT is what an
 * exact calculation says and the stock is what the order has of it; a basket that lacks something leaves no trace. At the end of
 * each its online payments are called back about ten times over in any order, which changes nothing, and the provider has kept
 * what the legs say.
 *
 * <p>Several streets beside each other, one basket after the other in each; a street is left long before the time that customers have
 * to answer about a substitute is over, for then the application itself would give stock back. {@code -Dquartier.baskets=100000} for the long form,
 * {@code -Dquartier.baskets.minutes} to end it after that time; {@code -Dquartier.baskets.seed} with one basket replays one.
 */
@QuartierTest
class BasketSimulationTests {

    private static final int BASKETS = Integer.getInteger("quartier.baskets", 300);
    private static final int MINUTES = Integer.getInteger("quartier.baskets.minutes", 600);
    private static final int STREETS = Integer.getInteger("quartier.baskets.streets", 4);
    private static final long SEED = Long.getLong("quartier.baskets.seed", 20261123L);
    private static final int STREET_BASKETS = 500;
    private static final int FAULTS_MAX = 20;
    private static final int TOLD_EVERY = 5_000;

    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger placed = new AtomicInteger();
    private final AtomicInteger lacking = new AtomicInteger();
    private final Map<Long, String> faults = new ConcurrentSkipListMap<>();
    private final Instant end = Instant.now().plus(Duration.ofMinutes(MINUTES));

    @Autowired
    BasketStreets streets;

    @Autowired
    BasketLives lives;

    @Autowired
    TestVouchers vouchers;

    @Test
    void theLegsAlwaysComeToTheLinesAndTheProviderKeptWhatTheySay() throws Exception {
        int side = Math.min(STREETS, BASKETS);
        try (ExecutorService threads = Executors.newFixedThreadPool(
                side, Thread.ofPlatform().name("street-", 1).factory())) {
            List<Callable<Boolean>> walks = Collections.nCopies(side, () -> walk());
            for (Future<Boolean> walk : threads.invokeAll(walks)) {
                assertThat(walk.get()).isTrue();
            }
        }
        assertThat(faults).as("faults by seed").isEmpty();
        tell();
        assertThat(BASKETS < 100 || lacking.get() > 0).as("some lack something").isTrue();
    }

    /** Lives baskets in one street after the other until there are none left. */
    private boolean walk() {
        boolean more = true;
        while (more) {
            BasketWorld world = streets.open(STREET_BASKETS);
            for (int lived = 0; more && lived < STREET_BASKETS; lived++) {
                more = live(world);
            }
            vouchers.everythingHolds(world.street());
        }
        return true;
    }

    /** Lives the next basket; false when there is none. */
    private boolean live(BasketWorld world) {
        int basket = next.getAndIncrement();
        if (basket >= BASKETS || faults.size() >= FAULTS_MAX || Instant.now().isAfter(end)) {
            return false;
        }
        long seed = SEED + basket;
        try {
            (lives.live(world, seed) == BasketLives.End.PLACED ? placed : lacking).incrementAndGet();
        } catch (AssertionError | RuntimeException fault) {
            faults.put(seed, fault.toString());
        }
        if (basket % TOLD_EVERY == TOLD_EVERY - 1) {
            tell();
        }
        return true;
    }

    private void tell() {
        System.out.printf(
                "%s baskets: %d placed, %d lacking, faults %s%n", Instant.now(), placed.get(), lacking.get(), faults);
    }
}

package be.quartier.operations;

import static org.assertj.core.api.Assertions.assertThat;

import be.quartier.commune.Commune;
import be.quartier.commune.CommuneId;
import be.quartier.commune.Communes;
import be.quartier.commune.Tenancy;
import be.quartier.testing.QuartierTest;
import be.quartier.testing.TestCommunes;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** Background work survives its own errors, comes when it is called and ends with the application. */
@QuartierTest
class RoundsTests {

    private static final Duration NEVER = Duration.ofHours(1);
    private static final Duration OFTEN = Duration.ofMillis(5);

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final List<Rounds> running = new ArrayList<>();

    @Autowired
    private Communes communes;

    @Autowired
    private TestCommunes fresh;

    @AfterEach
    void stop() {
        running.forEach(Rounds::stop);
    }

    @Test
    void aTurnThatFailsIsCountedLoggedOnceWithoutItsMessageAndTriedAgain() throws Exception {
        var lines = new ListAppender<ILoggingEvent>();
        lines.start();
        var logger = (Logger) LoggerFactory.getLogger(Rounds.class);
        logger.addAppender(lines);
        var thrice = new CountDownLatch(3);
        start(new Whole(OFTEN, () -> {
            if (thrice.getCount() > 1) {
                thrice.countDown();
                throw new IllegalStateException("Jeanne Dupont, rue Haute 3");
            }
            thrice.countDown();
            return false;
        }));
        assertThat(thrice.await(10, TimeUnit.SECONDS)).isTrue();
        running.forEach(Rounds::stop);
        logger.detachAppender(lines);
        assertThat(meters.get("quartier.rounds.failures")
                        .tag("round", "test")
                        .counter()
                        .count())
                .isEqualTo(2);
        assertThat(lines.list.stream().map(ILoggingEvent::getFormattedMessage))
                .as("one line when it begins, one when it is over")
                .hasSize(2)
                .noneMatch(line -> line.contains("Dupont"));
    }

    @Test
    void aCommuneThatFailsDoesNotKeepTheOthersAndEachIsInItsOwn() throws Exception {
        var first = fresh.fresh().id();
        var second = fresh.fresh().id();
        var seen = ConcurrentHashMap.<CommuneId>newKeySet();
        var done = new CountDownLatch(1);
        start(new Each(OFTEN, commune -> {
            if (commune.id().equals(first)) {
                throw new IllegalStateException("broken there");
            }
            seen.add(Tenancy.required());
            if (commune.id().equals(second)) {
                done.countDown();
            }
            return false;
        }));
        assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(seen).contains(second).doesNotContain(first);
    }

    @Test
    void aBellBringsItAtOnceAndWhereMoreWaitsItComesAgainWithoutPause() throws Exception {
        var left = new AtomicInteger(5);
        var done = new CountDownLatch(1);
        var round = new Whole(NEVER, () -> {
            if (left.decrementAndGet() == 0) {
                done.countDown();
            }
            return left.get() > 0;
        });
        start(round);
        assertThat(done.await(50, TimeUnit.MILLISECONDS)).as("it pauses first").isFalse();
        round.wake();
        assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aStopLetsTheTurnInHandEndAndNoneBegins() throws Exception {
        var begun = new CountDownLatch(1);
        var ended = new AtomicInteger();
        start(new Whole(OFTEN, () -> {
            begun.countDown();
            try {
                Thread.sleep(200);
                ended.incrementAndGet();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return true;
        }));
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        running.forEach(Rounds::stop);
        assertThat(ended).hasValue(1);
        assertThat(Set.copyOf(Thread.getAllStackTraces().keySet()))
                .noneMatch(thread -> thread.getName().equals("round-test"));
    }

    private void start(Round round) {
        var rounds = new Rounds(List.of(round), communes, meters);
        running.add(rounds);
        rounds.start();
    }

    private static final class Whole extends InstallationRound {

        private final BooleanSupplier work;

        Whole(Duration every, BooleanSupplier work) {
            super("test", every);
            this.work = work;
        }

        @Override
        protected boolean turn() {
            return work.getAsBoolean();
        }
    }

    private static final class Each extends CommuneRound {

        private final Predicate<Commune> work;

        Each(Duration every, Predicate<Commune> work) {
            super("test", every);
            this.work = work;
        }

        @Override
        protected boolean turn(Commune commune) {
            return work.test(commune);
        }
    }
}

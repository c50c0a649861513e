package be.quartier.operations;

import be.quartier.commune.Communes;
import be.quartier.operations.Round.Turn;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Keeps every {@link Round} going while the application serves, each on a thread of its own. */
@Component
@ConditionalOnWebApplication
class Rounds implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
    private static final Duration STOP_MAX = Duration.ofSeconds(10);
    private static final String HOUSE = "be.quartier.";

    private final List<Round> rounds;
    private final Communes communes;
    private final MeterRegistry meters;
    private volatile boolean running;
    private volatile List<Thread> threads = List.of();

    Rounds(List<Round> rounds, Communes communes, MeterRegistry meters) {
        this.rounds = List.copyOf(rounds);
        this.communes = communes;
        this.meters = meters;
    }

    @Override
    public void start() {
        running = true;
        threads = rounds.stream()
                .map(round -> Thread.ofPlatform()
                        .name("round-" + round.name())
                        .daemon()
                        .start(() -> keep(round)))
                .toList();
    }

    private void keep(Round round) {
        Counter failures = Counter.builder("quartier.rounds.failures")
                .description("Turns of background work that failed and are tried again")
                .tag("round", round.name())
                .register(meters);
        Set<String> failing = new HashSet<>();
        try {
            while (running) {
                round.bell().await(round.pause());
                for (List<Turn> due = turns(round, failing, failures); !due.isEmpty() && goesOn(round); ) {
                    due = due.stream()
                            .filter(turn -> running && went(round, turn, failing, failures))
                            .toList();
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whoever rang has something new: all turns come before more of the same. */
    private boolean goesOn(Round round) {
        return running && !round.bell().isRung();
    }

    private List<Turn> turns(Round round, Set<String> failing, Counter failures) {
        try {
            return running ? round.turns(communes) : List.of();
        } catch (RuntimeException broken) {
            failed(round, "the list of communes", broken, failing, failures);
            return List.of();
        }
    }

    /** Takes a turn; gives whether more is waiting there. */
    private boolean went(Round round, Turn turn, Set<String> failing, Counter failures) {
        try {
            boolean more = turn.work().getAsBoolean();
            if (failing.remove(turn.where())) {
                LOG.info("{} works again in {}", round.name(), turn.where());
            }
            return more;
        } catch (RuntimeException broken) {
            failed(round, turn.where(), broken, failing, failures);
            return false;
        }
    }

    /** One line when a trouble begins: what is tried every second must not fill the disk. */
    private void failed(Round round, String where, RuntimeException broken, Set<String> failing, Counter failures) {
        failures.increment();
        if (running && failing.add(where)) {
            LOG.error("{} failed in {} and is tried again: {}", round.name(), where, trace(broken));
        }
    }

    /** Which exceptions, and where in the house; not their messages, for those of a database may quote a row. */
    private static String trace(RuntimeException broken) {
        String kinds = Stream.<Throwable>iterate(broken, cause -> cause != null, Throwable::getCause)
                .map(cause -> cause.getClass().getName())
                .collect(Collectors.joining(" by "));
        return kinds
                + Arrays.stream(broken.getStackTrace())
                        .filter(frame -> frame.getClassName().startsWith(HOUSE))
                        .findFirst()
                        .map(frame -> " at " + frame)
                        .orElse("");
    }

    /** Lets the turns in hand end; what takes too long is interrupted and taken back by its transaction. */
    @Override
    public void stop() {
        running = false;
        rounds.forEach(Round::wake);
        long end = System.nanoTime() + STOP_MAX.toNanos();
        try {
            for (Thread thread : threads) {
                if (!thread.join(Duration.ofNanos(Math.max(1, end - System.nanoTime())))) {
                    LOG.warn("{} is stopped in the middle of a turn", thread.getName());
                    thread.interrupt();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        threads = List.of();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}

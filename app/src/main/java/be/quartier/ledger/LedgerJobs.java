package be.quartier.ledger;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** While the application serves: seals once a second, audits once a minute or, where an audit takes long, more seldom. */
@Component
@ConditionalOnWebApplication
class LedgerJobs implements SmartLifecycle {

    private static final Duration SEAL = Duration.ofSeconds(1);
    private static final Duration STOP = Duration.ofSeconds(5);
    private static final Duration AUDIT = Duration.ofMinutes(1);

    /** The audit rests at least this many times as long as it took, so that it never takes more than 5 % of a core. */
    private static final int REST = 20;

    private static final Logger log = LoggerFactory.getLogger(LedgerJobs.class);

    private final Sealer sealer;
    private final Audit audit;
    private volatile CountDownLatch stopped = new CountDownLatch(0);
    private volatile List<Thread> threads = List.of();

    LedgerJobs(Sealer sealer, Audit audit) {
        this.sealer = sealer;
        this.audit = audit;
    }

    @Override
    public void start() {
        stopped = new CountDownLatch(1);
        threads = List.of(
                Thread.ofPlatform().name("ledger-sealer").daemon().start(this::sealing),
                Thread.ofPlatform().name("ledger-audit").daemon().start(this::auditing));
    }

    private void sealing() {
        while (rested(SEAL)) {
            safely(sealer::sealAll);
        }
    }

    private void auditing() {
        Duration pause = AUDIT;
        while (rested(pause)) {
            long before = System.nanoTime();
            safely(audit::routine);
            Duration rest = Duration.ofNanos((System.nanoTime() - before) * REST);
            pause = rest.compareTo(AUDIT) > 0 ? rest : AUDIT;
        }
    }

    /** Waits; false when it is time to stop. */
    private boolean rested(Duration pause) {
        try {
            return !stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void safely(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            log.warn("A job of the ledger failed and will be tried again: {}", String.valueOf(e.getMessage()));
        }
    }

    @Override
    public void stop() {
        stopped.countDown();
        try {
            for (Thread thread : threads) {
                thread.join(STOP);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return stopped.getCount() > 0;
    }
}

package be.quartier.messaging.delivery;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Keeps the worker going while the application runs; a stop lets messages in hand finish by their lease. */
public final class OutboxRounds implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxRounds.class);
    private static final Duration PAUSE = Duration.ofSeconds(3);
    private static final Duration PAUSE_AFTER_FAULT = Duration.ofSeconds(10);
    private static final Duration BETWEEN_CLEANINGS = Duration.ofHours(1);

    private final OutboxWorker worker;
    private volatile @Nullable Thread thread;

    /** @param worker to keep going */
    public OutboxRounds(OutboxWorker worker) {
        this.worker = worker;
    }

    @Override
    public void start() {
        thread = Thread.ofVirtual().name("outbox-rounds").start(this::go);
    }

    private void go() {
        long nextCleaning = System.nanoTime();
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Duration pause = PAUSE;
                try {
                    worker.round();
                    if (System.nanoTime() - nextCleaning >= 0) {
                        worker.forget();
                        nextCleaning = System.nanoTime() + BETWEEN_CLEANINGS.toNanos();
                    }
                } catch (RuntimeException e) {
                    LOG.error("a round of the outbox failed; the messages stay where they are", e);
                    pause = PAUSE_AFTER_FAULT;
                }
                worker.awaitBell(pause);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        Thread running = thread;
        thread = null;
        if (running != null) {
            running.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}

package be.quartier.vouchers.closing;

import be.quartier.commune.Commune;
import be.quartier.commune.Communes;
import be.quartier.commune.Tenancy;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks every minute, in every commune, for campaigns that are over. */
@Component
final class ClosingRounds implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ClosingRounds.class);
    private static final Duration EVERY = Duration.ofMinutes(1);

    private final Closings closings;
    private final Communes communes;
    private @Nullable Thread thread;

    ClosingRounds(Closings closings, Communes communes) {
        this.closings = closings;
        this.communes = communes;
    }

    @Override
    public void start() {
        thread = Thread.ofVirtual().name("closing-rounds").start(this::go);
    }

    private void go() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.sleep(EVERY);
                communes.all().forEach(this::round);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void round(Commune commune) {
        try {
            int closed = Tenancy.in(commune.id(), closings::round);
            if (closed > 0) {
                LOG.info(
                        "{} campaigns closed in commune {}",
                        closed,
                        commune.id().value());
            }
        } catch (RuntimeException broken) {
            LOG.error(
                    "closing failed in commune {}; the next round tries again",
                    commune.id().value(),
                    broken);
        }
    }

    @Override
    public void stop() {
        var running = thread;
        if (running != null) {
            running.interrupt();
        }
        thread = null;
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}

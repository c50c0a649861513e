package be.quartier.vouchers.letters;

import be.quartier.commune.Commune;
import be.quartier.commune.Communes;
import be.quartier.commune.Tenancy;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Checks batches in the background, some letters in each transaction: a killed application goes on where it was. */
@Component
class LetterRounds implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LetterRounds.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final LetterPress press;
    private final Communes communes;
    private volatile @Nullable Thread thread;

    LetterRounds(LetterPress press, Communes communes) {
        this.press = press;
        this.communes = communes;
    }

    @Override
    public void start() {
        thread = Thread.ofVirtual().name("letter-rounds").start(this::go);
    }

    private void go() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                boolean busy = false;
                for (Commune commune : communes.all()) {
                    busy |= round(commune);
                }
                if (!busy) {
                    Thread.sleep(PAUSE);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean round(Commune commune) {
        try {
            return Tenancy.in(commune.id(), press::check);
        } catch (RuntimeException e) {
            LOG.error("letters could not be checked; they stay where they are", e);
            return false;
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

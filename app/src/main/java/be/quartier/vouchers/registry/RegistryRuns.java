package be.quartier.vouchers.registry;

import be.quartier.commune.Commune;
import be.quartier.commune.CommuneId;
import be.quartier.commune.Communes;
import be.quartier.commune.Tenancy;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Carries confirmed imports on: at once when woken, and every minute whatever another node or an earlier start of this one
 * left unfinished. Two nodes that work on one import take turns: each step holds the import's row.
 */
@Component
public class RegistryRuns implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(RegistryRuns.class);
    private static final int SWEEP_SECONDS = 60;
    private static final int STOP_SECONDS_MAX = 10;

    private final Communes communes;
    private final RegistryImports imports;
    private final RegistryWork work;
    private volatile @Nullable ScheduledExecutorService worker;
    private @Nullable ScheduledFuture<?> sweeping;
    private volatile boolean running;

    RegistryRuns(Communes communes, RegistryImports imports, RegistryWork work) {
        this.communes = communes;
        this.imports = imports;
        this.work = work;
    }

    /** Begins with an import as soon as the one before is done; at most a minute later in any case. */
    public void wake(CommuneId commune, UUID id) {
        if (running) {
            ScheduledExecutorService now = worker;
            if (now != null) {
                now.execute(() -> run(commune, id));
            }
        }
    }

    private void sweep() {
        for (Commune commune : communes.all()) {
            try {
                List<UUID> unfinished = Tenancy.in(commune.id(), () -> {
                    imports.lapse();
                    return imports.running();
                });
                unfinished.forEach(id -> run(commune.id(), id));
            } catch (RuntimeException e) {
                LOG.error(
                        "imports of commune {} could not be looked at",
                        commune.id().value(),
                        e);
            }
        }
    }

    private void run(CommuneId commune, UUID id) {
        try {
            Tenancy.run(commune, () -> {
                RegistryWork.Step step = RegistryWork.Step.MORE;
                while (running && step == RegistryWork.Step.MORE) {
                    step = work.step(id);
                }
            });
        } catch (RuntimeException e) {
            // What was done stays done; the next sweep goes on from there.
            // The message of a database error may quote a row, so it is not for the log.
            LOG.error("import {} was interrupted by {}", id, e.getClass().getName());
        }
    }

    @Override
    public synchronized void start() {
        if (!running) {
            running = true;
            ScheduledExecutorService made = Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("registry-imports").factory());
            worker = made;
            sweeping = made.scheduleWithFixedDelay(this::sweep, SWEEP_SECONDS, SWEEP_SECONDS, TimeUnit.SECONDS);
        }
    }

    @Override
    public synchronized void stop() {
        running = false;
        ScheduledExecutorService now = worker;
        if (now == null) {
            return;
        }
        if (sweeping != null) {
            sweeping.cancel(false);
        }
        now.shutdown();
        try {
            if (!now.awaitTermination(STOP_SECONDS_MAX, TimeUnit.SECONDS)) {
                LOG.warn("an import stops in the middle of a step; the step is taken back");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}

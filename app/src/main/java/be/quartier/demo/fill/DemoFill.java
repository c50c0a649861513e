package be.quartier.demo.fill;

import be.quartier.commune.Brussels;
import be.quartier.commune.Commune;
import be.quartier.commune.CommuneId;
import be.quartier.commune.Communes;
import be.quartier.commune.DemoMode;
import be.quartier.commune.Language;
import be.quartier.commune.Tenancy;
import be.quartier.demo.region.DemoRegion;
import be.quartier.demo.region.Town;
import be.quartier.installation.InstallationFacts;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Fills an empty database with the invented region before the first request, and what can wait in the background. What was
 * interrupted is taken up again at the next start: each part and the note that it is done commit together.
 */
@Component
@Order(0)
class DemoFill implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(DemoFill.class);

    private final DemoMode mode;
    private final DemoWorld world;
    private final Communes communes;
    private final InstallationFacts facts;
    private final List<FillStep> steps;
    private final FillProgress progress;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final ReentrantLock region = new ReentrantLock();

    DemoFill(
            DemoMode mode,
            DemoWorld world,
            Communes communes,
            InstallationFacts facts,
            List<FillStep> steps,
            FillProgress progress,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.mode = mode;
        this.world = world;
        this.communes = communes;
        this.facts = facts;
        this.steps = List.copyOf(steps);
        this.progress = progress;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!mode.on()) {
            return;
        }
        if (!facts.demo()) {
            begin();
        }
        progress.expect(steps.size() * world.region().towns().size());
        everywhere(steps.stream().filter(step -> !step.later()).toList());
        Thread.ofVirtual().name("demo-fill").start(this::rest);
    }

    private void rest() {
        try {
            everywhere(steps.stream().filter(FillStep::later).toList());
        } catch (RuntimeException e) {
            progress.fail();
            LOG.error("the demonstration could not be filled to the end; the next start takes it up again", e);
        }
    }

    /** Names the day and the communes; from here on the installation is a demonstration. */
    private void begin() {
        DemoRegion region = world.region();
        transactions.executeWithoutResult(status -> {
            facts.put("demo", "1");
            world.remember(Brussels.today(clock));
            communes.add(new Commune(
                    DemoWorld.REGION,
                    DemoWorld.REGION_SLUG,
                    Commune.Kind.REGION,
                    region.names(),
                    List.of(Language.FR, Language.NL, Language.DE),
                    List.of()));
            int id = DemoWorld.REGION.value();
            for (Town town : region.towns()) {
                id++;
                communes.add(new Commune(
                        new CommuneId(id),
                        town.slug(),
                        Commune.Kind.COMMUNE,
                        town.names(),
                        town.languages(),
                        List.of(town.postcode())));
            }
        });
        communes.reload();
    }

    /** Fills the towns beside each other, each step by step: each has work for one processor and half of the database's. */
    private void everywhere(List<FillStep> some) {
        CompletableFuture<?>[] filling = world.region().towns().stream()
                .map(town -> CompletableFuture.runAsync(
                        () -> some.forEach(step -> fill(step, town)),
                        work -> Thread.ofVirtual()
                                .name("demo-fill-" + town.slug())
                                .start(work)))
                .toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(filling).join();
    }

    private void fill(FillStep step, Town town) {
        Commune commune = communes.bySlug(town.slug()).orElseThrow();
        long begun = System.nanoTime();
        if (step.reachesOut()) {
            region.lock();
        }
        try {
            Tenancy.run(commune.id(), () -> transactions.executeWithoutResult(status -> once(step, town)));
        } finally {
            if (step.reachesOut()) {
                region.unlock();
            }
        }
        long took = (System.nanoTime() - begun) / 1_000_000;
        LOG.info("demo: {} of {} in {} ms", step.name(), town.slug(), took);
        progress.done(step.name(), town.slug(), took);
    }

    private void once(FillStep step, Town town) {
        String note = "demo-step " + step.name() + " " + town.slug();
        if (facts.get(note).isEmpty()) {
            step.fill(town);
            facts.put(note, "done");
        }
    }
}

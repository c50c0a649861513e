package be.quartier.demo.fill;

import be.quartier.commune.Commune;
import be.quartier.commune.Communes;
import be.quartier.commune.DemoMode;
import be.quartier.commune.Tenancy;
import be.quartier.demo.region.Town;
import be.quartier.operations.InstallationRound;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Lets something happen now and then in one of the invented towns, once they are filled. Switched off with
 * {@code quartier.demo.motion=false}.
 */
public abstract class TownMotion extends InstallationRound {

    private final Towns towns;
    private final int secondsMin;
    private final int secondsMax;

    /** @param secondsMin shortest pause between two events; {@code secondsMax} the longest */
    TownMotion(String name, Towns towns, int secondsMin, int secondsMax) {
        super(name, Duration.ofSeconds(secondsMax));
        this.towns = towns;
        this.secondsMin = secondsMin;
        this.secondsMax = secondsMax;
    }

    /** The towns in which something may happen. */
    @Component
    static final class Towns {

        private final DemoMode mode;
        private final FillProgress progress;
        private final DemoWorld world;
        private final Communes communes;
        private final RandomGenerator random;
        private final boolean wanted;

        Towns(
                DemoMode mode,
                FillProgress progress,
                DemoWorld world,
                Communes communes,
                RandomGenerator random,
                @Value("${quartier.demo.motion:true}") boolean wanted) {
            this.mode = mode;
            this.progress = progress;
            this.world = world;
            this.communes = communes;
            this.random = random;
            this.wanted = wanted;
        }

        private boolean moving() {
            FillProgress.Seen seen = progress.seen();
            return wanted && mode.on() && seen.expected() > 0 && seen.complete();
        }

        private Town any() {
            List<Town> all = world.region().towns();
            return all.get(random.nextInt(all.size()));
        }
    }

    @Override
    protected final boolean turn() {
        if (towns.moving()) {
            happen(towns.any());
        }
        return false;
    }

    @Override
    protected final Duration pause() {
        return Duration.ofSeconds(towns.random.nextInt(secondsMin, secondsMax));
    }

    /** Something happens in a town now; gives how much. */
    public final int happen(Town town) {
        return towns.communes
                .bySlug(town.slug())
                .map(Commune::id)
                .map(commune -> Tenancy.in(commune, () -> somethingIn(town)))
                .orElse(0);
    }

    /** What happens, inside the town's commune; how much it was. */
    abstract int somethingIn(Town town);
}

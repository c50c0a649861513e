package be.quartier.operations;

import be.quartier.commune.Communes;
import java.time.Duration;
import java.util.List;

/** A round with one turn for the whole installation. */
public abstract non-sealed class InstallationRound extends Round {

    /**
     * @param name lower-case words with hyphens, its own
     * @param every the pause between two rounds
     */
    protected InstallationRound(String name, Duration every) {
        super(name, every, new Bell());
    }

    /** Does the work; gives whether more is waiting. */
    protected abstract boolean turn();

    @Override
    final List<Turn> turns(Communes communes) {
        return List.of(new Turn("the installation", this::turn));
    }
}

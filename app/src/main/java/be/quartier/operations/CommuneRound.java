package be.quartier.operations;

import be.quartier.commune.Commune;
import be.quartier.commune.Communes;
import be.quartier.commune.Tenancy;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** A round with one turn for each commune, inside its {@link Tenancy}; the communes with more to do take turns. */
public abstract non-sealed class CommuneRound extends Round {

    /**
     * @param name lower-case words with hyphens, its own
     * @param every the pause between two rounds
     */
    protected CommuneRound(String name, Duration every) {
        this(name, every, new Bell());
    }

    /** The same, woken by a bell that others already hold. */
    protected CommuneRound(String name, Duration every, Bell bell) {
        super(name, every, bell);
    }

    /** Does one commune's work; gives whether more is waiting there. */
    protected abstract boolean turn(Commune commune);

    /** Whether the region has a turn as well. */
    protected boolean goesToTheRegion() {
        return false;
    }

    @Override
    final List<Turn> turns(Communes communes) {
        Stream<Commune> region = goesToTheRegion() ? communes.region().stream() : Stream.empty();
        return Stream.concat(communes.all().stream(), region)
                .map(commune -> new Turn(
                        "commune " + commune.id().value(), () -> Tenancy.in(commune.id(), () -> turn(commune))))
                .toList();
    }
}

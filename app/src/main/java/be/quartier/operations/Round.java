package be.quartier.operations;

import be.quartier.commune.Communes;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Work that comes round again in the background; a bean that is one is all it takes.
 *
 * <p>It begins with the web server (never for a command such as {@code audit}), first after one pause, and ends with it. An
 * exception of a turn is logged once, counted in {@code quartier.rounds.failures}, and the turn is tried again after the next
 * pause; it never keeps other turns. Every node runs every round, so a turn takes its rows with a lock or can be repeated.
 */
public abstract sealed class Round permits InstallationRound, CommuneRound {

    private final String name;
    private final Duration every;
    private final Bell bell;

    Round(String name, Duration every, Bell bell) {
        this.name = name;
        this.every = every;
        this.bell = bell;
    }

    /** Asks for a round now rather than after the pause. */
    public final void wake() {
        bell.ring();
    }

    /** How long it rests before the next round; asked anew each time. */
    protected Duration pause() {
        return every;
    }

    /** What the thread, the log and the metric call it. */
    final String name() {
        return name;
    }

    final Bell bell() {
        return bell;
    }

    /** What a round consists of now. */
    abstract List<Turn> turns(Communes communes);

    /**
     * One piece of a round.
     *
     * @param where whose it is, for the log
     * @param work gives whether more is waiting that should not wait for the pause
     */
    record Turn(String where, BooleanSupplier work) {}
}

package be.quartier.commune;

import be.quartier.installation.InstallationFacts;

/**
 * Whether this installation is a demo: its database was filled as one, or is empty and is about to be. Pages under
 * {@code /demo} exist only then, and every page says so.
 */
public final class DemoMode {

    private final boolean on;

    /** @param mayFill whether an empty database is to be filled with the demo region */
    DemoMode(InstallationFacts facts, Communes communes, boolean mayFill) {
        boolean empty = communes.all().isEmpty() && communes.region().isEmpty();
        this.on = facts.demo() || (mayFill && empty);
    }

    /** Whether this is a demo; never changes while the application runs. */
    public boolean on() {
        return on;
    }
}

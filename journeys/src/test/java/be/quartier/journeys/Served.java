package be.quartier.journeys;

import org.jspecify.annotations.Nullable;

/**
 * The application that most journeys of a process share: started once, with a data folder of its own, on a free port, with an identity
 * provider; its demonstration is filled to the end and in motion.
 */
final class Served {

    private static @Nullable Application application;

    private Served() {}

    /** Where it serves, {@code http://localhost:…}; started when first asked for, stopped with the tests. */
    static synchronized String base() {
        Application served = application;
        if (served == null) {
            String name = "journeys-data-" + System.getProperty("quartier.tests.fork", "1");
            served = Application.start(Filled.copy(name), 0, Provider.settings());
            application = served;
        }
        return served.base();
    }
}

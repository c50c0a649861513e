package be.quartier.journeys;

import org.jspecify.annotations.Nullable;

/** The application that most journeys share: started once, with a data folder of its own, on a free port, with an
 * identity provider. */
final class Served {

    private static @Nullable Application application;

    private Served() {}

    /** Where it serves, {@code http://localhost:…}; started when first asked for, stopped with the tests. */
    static synchronized String base() {
        if (application == null) {
            application = Application.fresh(
                    "journeys-data-" + System.getProperty("quartier.tests.fork", "1"), Provider.settings());
        }
        return application.base();
    }
}

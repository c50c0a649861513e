package be.quartier.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The application that most journeys of a process share: started once, with a data folder of its own, on a free port, with an identity
 * provider; its demonstration is filled to the end.
 */
final class Served {

    private static final Duration FILLED_WITHIN = Duration.ofMinutes(5);

    private static @Nullable Application application;

    private Served() {}

    /** Where it serves, {@code http://localhost:…}; started when first asked for, stopped with the tests. */
    static synchronized String base() {
        Application served = application;
        if (served == null) {
            served = Application.fresh(
                    "journeys-data-" + System.getProperty("quartier.tests.fork", "1"), Provider.settings());
            awaitFilled(served.base());
            application = served;
        }
        return served.base();
    }

    /** The first page of the demonstration shows how far it is until nothing is left to fill. */
    private static void awaitFilled(String base) {
        long end = System.nanoTime() + FILLED_WITHIN.toNanos();
        HttpRequest stage = HttpRequest.newBuilder(URI.create(base + "/demo"))
                .header("Accept", "text/html")
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            while (client.send(stage, HttpResponse.BodyHandlers.ofString())
                    .body()
                    .contains("<progress ")) {
                if (System.nanoTime() > end) {
                    throw new IllegalStateException("The demonstration was not filled within " + FILLED_WITHIN);
                }
                Thread.sleep(500);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

package be.quartier.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Map;

/**
 * A data folder whose demonstration is filled to the end: filled once for a packaged application and day, whichever process asks
 * first, and copied for each journey that wants one of its own.
 */
final class Filled {

    private static final String NAME = "filled-data";
    private static final Path FOLDER = folder(NAME);
    private static final Path MADE_OF = folder(NAME + ".txt");
    private static final Path LOCK = folder(NAME + ".lock");
    private static final Duration WITHIN = Duration.ofMinutes(5);

    private Filled() {}

    /** A copy in this folder of the build, which is emptied before. */
    static synchronized Path copy(String name) {
        Path to = folder(name);
        try (FileChannel channel = FileChannel.open(LOCK, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.lock();
            if (!Files.exists(MADE_OF) || !Files.readString(MADE_OF).equals(ingredients())) {
                fill();
            }
            delete(to);
            copy(FOLDER, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return to;
    }

    private static void fill() throws IOException {
        Files.deleteIfExists(MADE_OF);
        delete(FOLDER);
        try (Application application = Application.start(FOLDER, 0, Map.of("QUARTIER_DEMO_MOTION", "false"))) {
            await(application.base());
        }
        Files.writeString(MADE_OF, ingredients());
    }

    /** The demonstration happens around today. */
    private static String ingredients() throws IOException {
        Path jar = Path.of("..", "app", "target", "quartier.jar");
        return Files.getLastModifiedTime(jar) + " " + LocalDate.now(ZoneId.of("Europe/Brussels"));
    }

    /** The first page of the demonstration shows how far it is until nothing is left to fill. */
    private static void await(String base) throws IOException {
        long end = System.nanoTime() + WITHIN.toNanos();
        HttpRequest stage = HttpRequest.newBuilder(URI.create(base + "/demo"))
                .header("Accept", "text/html")
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            while (client.send(stage, HttpResponse.BodyHandlers.ofString())
                    .body()
                    .contains("<progress ")) {
                if (System.nanoTime() > end) {
                    throw new IllegalStateException("The demonstration was not filled within " + WITHIN);
                }
                Thread.sleep(250);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Path folder(String name) {
        return Path.of("target", name).toAbsolutePath();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
                Files.delete(file);
            }
        }
    }
}

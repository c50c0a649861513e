package be.quartier.journeys;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The packaged application, started once for all journeys with a data folder of its own, on a free port. */
final class Served {

    private static final String READY = "Quartier is ready at ";
    private static @Nullable String base;

    private Served() {}

    /** Where it serves, {@code http://localhost:…}; started when first asked for, stopped with the tests. */
    static synchronized String base() {
        if (base == null) {
            base = start();
        }
        return base;
    }

    private static String start() {
        Path app = Path.of("..", "app", "target").toAbsolutePath().normalize();
        if (!Files.exists(app.resolve("quartier.jar"))) {
            throw new IllegalStateException("The application is not packaged; run the journeys with ./quartier test.");
        }
        Path data = Path.of("target", "journeys-data").toAbsolutePath();
        delete(data);
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dquartier.texts.strict=true",
                "-cp",
                app.resolve("quartier.jar") + File.pathSeparator + app.resolve("lib") + File.separator + "*",
                "be.quartier.Quartier",
                "start",
                "--port",
                "0",
                "--data",
                data.toString());
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(Path.of("target", "journeys-errors.log").toFile())
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(process)));
            return ready(process.inputReader());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String ready(BufferedReader output) throws IOException {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(READY)) {
                Thread.ofVirtual().start(() -> output.lines().forEach(ignored -> {}));
                return line.substring(READY.length()).strip();
            }
        }
        throw new IllegalStateException("The application did not start; see journeys/target/journeys-errors.log.");
    }

    private static void stop(Process process) {
        process.destroy();
        try {
            process.waitFor(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            files.sorted(java.util.Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package be.quartier.journeys;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged application in a process of its own, as the launcher starts it. */
final class Application implements AutoCloseable {

    private static final String READY = "Quartier is ready at ";

    private final Path data;
    private final Process process;
    private final String base;

    private Application(Path data, Process process, String base) {
        this.data = data;
        this.process = process;
        this.base = base;
    }

    /** Starts on a data folder as it is; port 0 is any free one. */
    static Application start(Path data, int port, Map<String, String> environment) {
        try {
            var builder = new ProcessBuilder(
                            command("start", "--port", Integer.toString(port), "--data", data.toString()))
                    .redirectError(ProcessBuilder.Redirect.appendTo(errors(data).toFile()));
            builder.environment().putAll(environment);
            Process process = builder.start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(process)));
            return new Application(data, process, ready(process.inputReader(), errors(data)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it serves, {@code http://localhost:…}. */
    String base() {
        return base;
    }

    /** Pulls the plug: application and database are killed, neither can say anything more. */
    void kill() {
        try {
            List<String> lines = Files.readAllLines(data.resolve("postgresql").resolve("postmaster.pid"));
            ProcessHandle postmaster =
                    ProcessHandle.of(Long.parseLong(lines.getFirst().strip())).orElseThrow();
            List<ProcessHandle> all = new ArrayList<>(postmaster.descendants().toList());
            all.add(postmaster);
            all.add(process.toHandle());
            all.forEach(ProcessHandle::destroyForcibly);
            all.forEach(dead -> dead.onExit().join());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same installation once more, at the same address. */
    Application again() {
        return start(data, URI.create(base).getPort(), Map.of());
    }

    /** What {@code ./quartier audit} says. */
    Outcome audit() {
        try {
            Process audit = new ProcessBuilder(command("audit", "--data", data.toString()))
                    .redirectError(ProcessBuilder.Redirect.appendTo(errors(data).toFile()))
                    .start();
            String said = new String(audit.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            return new Outcome(audit.waitFor(), said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** How a command ended, and what it said. */
    record Outcome(int code, String said) {}

    @Override
    public void close() {
        stop(process);
    }

    private static List<String> command(String... arguments) {
        Path app = Path.of("..", "app", "target").toAbsolutePath().normalize();
        if (!Files.exists(app.resolve("quartier.jar"))) {
            throw new IllegalStateException("The application is not packaged; run the journeys with ./quartier test.");
        }
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // It lives for minutes: what the second compiler wins it would spend on compiling.
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dquartier.texts.strict=true",
                "-cp",
                app.resolve("quartier.jar") + File.pathSeparator + app.resolve("lib") + File.separator + "*",
                "be.quartier.Quartier"));
        command.addAll(List.of(arguments));
        return command;
    }

    private static Path errors(Path data) {
        return data.resolveSibling(data.getFileName() + "-errors.log");
    }

    private static String ready(BufferedReader output, Path errors) throws IOException {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(READY)) {
                Thread.ofPlatform().daemon().start(() -> output.lines().forEach(ignored -> {}));
                return line.substring(READY.length()).strip();
            }
        }
        throw new IllegalStateException("The application did not start; see " + errors + ".");
    }

    private static void stop(Process process) {
        process.destroy();
        try {
            process.waitFor(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

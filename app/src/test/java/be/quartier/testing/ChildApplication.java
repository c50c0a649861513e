package be.quartier.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The application started in a process of its own, to be killed. */
public final class ChildApplication implements AutoCloseable {

    private final Path folder;
    private final Process process;
    private final int port;

    /**
     * Starts it and waits until it is ready.
     *
     * @throws IOException when it does not become so; what it said is in the message
     */
    public ChildApplication(Path folder) throws IOException {
        this.folder = folder;
        this.process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "be.quartier.Quartier",
                        "start",
                        "--port",
                        "0",
                        "--data",
                        folder.toString(),
                        "--empty")
                .redirectError(folder.resolve("child.log").toFile())
                .start();
        this.port = awaitReady();
    }

    /** Where it listens. */
    public int port() {
        return port;
    }

    private int awaitReady() throws IOException {
        StringBuilder seen = new StringBuilder();
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            seen.append(line).append('\n');
            if (line.startsWith("Quartier is ready at ")) {
                Thread.ofVirtual().start(() -> out.lines().forEach(_ -> {}));
                return URI.create(line.substring(line.indexOf("http"))).getPort();
            }
        }
        throw new IOException("It did not start: " + seen + Files.readString(folder.resolve("child.log")));
    }

    /** Kills the application alone. */
    public void killApplication() {
        process.destroyForcibly();
    }

    /** Kills its PostgreSQL with all its processes; they are gone when this returns. */
    public void killPostgres() throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve("postgresql/postmaster.pid"));
        List<ProcessHandle> family = ProcessHandle.of(
                        Long.parseLong(lines.getFirst().strip()))
                .map(postmaster -> Stream.concat(postmaster.descendants(), Stream.of(postmaster))
                        .toList())
                .orElse(List.of());
        family.forEach(ProcessHandle::destroyForcibly);
        family.forEach(process -> process.onExit().join());
    }

    /** Takes PostgreSQL's program away, so that it cannot be started again, until {@link #bringBackPostgres}. */
    public void hidePostgres() throws IOException {
        Path program = postgresProgram();
        Files.move(program, program.resolveSibling("hidden"));
    }

    /** Puts the program back. */
    public void bringBackPostgres() throws IOException {
        Path program = postgresProgram();
        Files.move(program.resolveSibling("hidden"), program);
    }

    private Path postgresProgram() throws IOException {
        try (Stream<Path> versions = Files.list(folder.resolve("programs"))) {
            return versions.findFirst().orElseThrow().resolve("bin").resolve("postgres");
        }
    }

    /** Kills both. */
    public void killBoth() throws IOException {
        killPostgres();
        killApplication();
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

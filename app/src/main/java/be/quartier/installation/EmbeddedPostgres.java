package be.quartier.installation;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The PostgreSQL that comes with Quartier: programs unpacked once, a cluster in {@code postgresql/} of the data folder,
 * reached on loopback only with scram passwords derived from the master key.
 *
 * <p>After {@code kill -9} of the application, of PostgreSQL or of both, the next start stops what is left and lets
 * PostgreSQL recover from its log. When PostgreSQL alone dies, it is started again on the same port within about a second, so
 * that the application goes on with new connections.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    /** Name of the superuser, used only to create the two roles and the database. */
    static final String SUPERUSER = "postgres";

    private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final int START_SECONDS_MAX = 120;
    private static final int WATCH_MILLIS = 500;
    private static final int RETRY_MILLIS = 1_000;

    private final Path programs;
    private final Path cluster;
    private final Path logFile;
    private final int port;
    private final CountDownLatch closed = new CountDownLatch(1);

    private EmbeddedPostgres(Path programs, Path cluster, Path logFile, int port) {
        this.programs = programs;
        this.cluster = cluster;
        this.logFile = logFile;
        this.port = port;
    }

    /**
     * Starts the cluster of this data folder, creating it at first use.
     *
     * @param password the superuser's, needed at first use
     * @throws InstallationRefused with the last lines of the server's log when it does not come up
     */
    public static EmbeddedPostgres start(DataFolder folder, String password) {
        try {
            Path programs = PostgresPrograms.unpack(folder.folder("programs"));
            Path cluster = folder.root().resolve("postgresql");
            if (!Files.exists(cluster.resolve("PG_VERSION"))) {
                initialise(programs, folder, cluster, password);
            }
            EmbeddedPostgres postgres =
                    new EmbeddedPostgres(programs, cluster, folder.root().resolve("postgresql.log"), freePort());
            postgres.stopLeftOver();
            postgres.launch();
            Thread.ofPlatform().daemon().name("postgresql-watch").start(postgres::keepRunning);
            return postgres;
        } catch (IOException e) {
            throw new InstallationRefused("The embedded PostgreSQL cannot be prepared: " + e.getMessage() + ".", e);
        }
    }

    /** The loopback port of the server running on a data folder that another process holds. */
    public static int runningPort(Path folder) {
        try {
            List<String> lines = Files.readAllLines(folder.resolve("postgresql").resolve("postmaster.pid"));
            return Integer.parseInt(lines.get(3).strip());
        } catch (IOException | RuntimeException e) {
            throw new InstallationRefused(
                    "No PostgreSQL is running in " + folder + ", though the folder is held; try again in a moment.", e);
        }
    }

    /** The loopback port it listens on; another one at each start. */
    public int port() {
        return port;
    }

    /** Stops the server in an orderly way; open connections are cut. */
    @Override
    public synchronized void close() {
        closed.countDown();
        Outcome outcome =
                run(List.of(program("pg_ctl"), "stop", "-D", cluster.toString(), "-m", "fast", "-w", "-t", "60"));
        if (outcome.code() != 0) {
            log.warn("PostgreSQL did not stop in an orderly way: {}", outcome.text());
        }
    }

    private void keepRunning() {
        try {
            boolean heard = true;
            while (!closed.await(heard ? WATCH_MILLIS : RETRY_MILLIS, TimeUnit.MILLISECONDS)) {
                // Silent twice: what was killed is still there for a moment, and holds its lock file.
                heard = listens() || closed.await(WATCH_MILLIS, TimeUnit.MILLISECONDS) || startedAgainIfDead();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean startedAgainIfDead() {
        if (closed.getCount() == 0 || listens()) {
            return true;
        }
        try {
            launch();
            log.warn("PostgreSQL had died and was started again.");
            return true;
        } catch (IOException | InstallationRefused e) {
            log.error("PostgreSQL died and cannot be started again yet: {}", e.getMessage());
            return false;
        }
    }

    /** Its port can only be taken when nobody listens there; asking it instead would cost it a process each time. */
    private boolean listens() {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return !socket.isBound();
        } catch (IOException taken) {
            return true;
        }
    }

    private void launch() throws IOException {
        String options = "-c port=" + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories=''"
                + " -c max_connections=300 -c shared_buffers=256MB -c max_wal_size=2GB -c wal_compression=on"
                + " -c checkpoint_timeout=15min -c random_page_cost=1.1 -c track_io_timing=off -c timezone=UTC"
                + " -c log_min_messages=warning -c log_statement=none -c log_parameter_max_length=0"
                + " -c log_parameter_max_length_on_error=0 -c log_min_error_statement=panic";
        Outcome outcome = run(List.of(
                program("pg_ctl"),
                "start",
                "-D",
                cluster.toString(),
                "-l",
                logFile.toString(),
                "-w",
                "-t",
                String.valueOf(START_SECONDS_MAX),
                "-o",
                options));
        if (outcome.code() != 0) {
            throw new InstallationRefused("PostgreSQL did not start. The end of " + logFile + ": " + tail(logFile));
        }
    }

    private void stopLeftOver() {
        if (Files.exists(cluster.resolve("postmaster.pid"))) {
            Outcome outcome =
                    run(List.of(program("pg_ctl"), "stop", "-D", cluster.toString(), "-m", "fast", "-w", "-t", "60"));
            if (outcome.code() == 0) {
                log.info("Stopped the PostgreSQL that an interrupted run had left behind.");
            }
        }
    }

    private static void initialise(Path programs, DataFolder folder, Path cluster, String password) throws IOException {
        Path unfinished = folder.root().resolve("postgresql.unfinished");
        PostgresPrograms.deleteTree(unfinished);
        Path passwordFile = Files.createTempFile(
                folder.folder("secrets"),
                "initdb",
                ".tmp",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(passwordFile, password);
            Outcome outcome = run(List.of(
                    programs.resolve("bin").resolve("initdb").toString(),
                    "-D",
                    unfinished.toString(),
                    "-U",
                    SUPERUSER,
                    "--auth=scram-sha-256",
                    "--pwfile=" + passwordFile,
                    "--encoding=UTF8",
                    "--locale-provider=builtin",
                    "--locale=C.UTF-8",
                    "--data-checksums"));
            if (outcome.code() != 0) {
                throw new InstallationRefused("PostgreSQL could not create its files: " + outcome.text());
            }
        } finally {
            Files.deleteIfExists(passwordFile);
        }
        Files.move(unfinished, cluster, StandardCopyOption.ATOMIC_MOVE);
    }

    private String program(String name) {
        return programs.resolve("bin").resolve(name).toString();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static String tail(Path file) throws IOException {
        List<String> lines = Files.exists(file) ? Files.readAllLines(file, StandardCharsets.UTF_8) : List.of();
        return String.join(" | ", lines.subList(Math.max(0, lines.size() - 5), lines.size()));
    }

    private record Outcome(int code, String text) {}

    /** PostgreSQL refuses to run as root, so root runs it inside a user namespace of its own where it is nobody. */
    private static Outcome run(List<String> command) {
        List<String> whole = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            whole.addAll(List.of("unshare", "-U"));
        }
        whole.addAll(command);
        try {
            Path output = Files.createTempFile("quartier-postgresql", ".txt");
            try {
                Process process = new ProcessBuilder(whole)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
                if (!process.waitFor(START_SECONDS_MAX + 30, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                    return new Outcome(-1, "no answer within " + (START_SECONDS_MAX + 30) + " seconds");
                }
                return new Outcome(process.exitValue(), Files.readString(output).strip());
            } finally {
                Files.deleteIfExists(output);
            }
        } catch (IOException e) {
            return new Outcome(-1, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome(-1, "interrupted");
        }
    }
}

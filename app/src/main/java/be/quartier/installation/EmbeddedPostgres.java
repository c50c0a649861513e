package be.quartier.installation;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The PostgreSQL that comes with Quartier: programs unpacked once, a cluster in {@code postgresql/} of the data folder,
 * reached on loopback only with scram passwords derived from the master key.
 *
 * <p>After {@code kill -9} of the application, of PostgreSQL or of both, the next start stops what is left and lets
 * PostgreSQL recover from its log.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    /** Name of the superuser, used only to create the two roles and the database. */
    static final String SUPERUSER = "postgres";

    private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final int START_SECONDS_MAX = 120;

    private final Path programs;
    private final Path cluster;
    private final int port;

    private EmbeddedPostgres(Path programs, Path cluster, int port) {
        this.programs = programs;
        this.cluster = cluster;
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
            Path programs = unpack(folder.folder("programs"));
            Path cluster = folder.root().resolve("postgresql");
            if (!Files.exists(cluster.resolve("PG_VERSION"))) {
                initialise(programs, folder, cluster, password);
            }
            EmbeddedPostgres postgres = new EmbeddedPostgres(programs, cluster, freePort());
            postgres.stopLeftOver();
            postgres.launch(folder.root().resolve("postgresql.log"));
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
    public void close() {
        Outcome outcome =
                run(List.of(program("pg_ctl"), "stop", "-D", cluster.toString(), "-m", "fast", "-w", "-t", "60"));
        if (outcome.code() != 0) {
            log.warn("PostgreSQL did not stop in an orderly way: {}", outcome.text());
        }
    }

    private void launch(Path logFile) throws IOException {
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
        deleteTree(unfinished);
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

    private static Path unpack(Path programs) throws IOException {
        byte[] archive = archive();
        CRC32 crc = new CRC32();
        crc.update(archive);
        Path target = programs.resolve("postgresql-" + Long.toHexString(crc.getValue()));
        if (Files.isDirectory(target)) {
            return target;
        }
        Path unfinished =
                programs.resolve("unfinished-" + ProcessHandle.current().pid());
        deleteTree(unfinished);
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZCompressorInputStream(new java.io.ByteArrayInputStream(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpackEntry(tar, entry, unfinished);
            }
        }
        Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
        return target;
    }

    private static void unpackEntry(TarArchiveInputStream tar, TarArchiveEntry entry, Path into) throws IOException {
        Path file = into.resolve(entry.getName()).normalize();
        if (!file.startsWith(into)) {
            throw new IOException("an entry of the archive leaves its folder");
        }
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, file, StandardCopyOption.REPLACE_EXISTING);
        if ((entry.getMode() & 0100) != 0) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    private static byte[] archive() throws IOException {
        String system = System.getProperty("os.name").toLowerCase(java.util.Locale.ROOT);
        String machine = System.getProperty("os.arch").toLowerCase(java.util.Locale.ROOT);
        String name = "/postgres-" + (system.contains("mac") ? "darwin" : "linux") + "-"
                + (machine.contains("aarch64") || machine.contains("arm64") ? "arm_64" : "x86_64") + ".txz";
        try (InputStream in = EmbeddedPostgres.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new InstallationRefused("No PostgreSQL for " + system + " on " + machine
                        + " is included; give one with QUARTIER_DB_URL, QUARTIER_DB_USER and QUARTIER_DB_PASSWORD.");
            }
            return new BufferedInputStream(in).readAllBytes();
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

    private static void deleteTree(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path dir, @org.jspecify.annotations.Nullable IOException e)
                    throws IOException {
                Files.delete(dir);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}

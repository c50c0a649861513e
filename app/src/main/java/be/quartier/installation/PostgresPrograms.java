package be.quartier.installation;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.jspecify.annotations.Nullable;

/** The programs of the embedded PostgreSQL, unpacked once from the archive that comes with Quartier. */
final class PostgresPrograms {

    private PostgresPrograms() {}

    /** The folder of the programs inside {@code programs}, unpacked when this version is not there yet. */
    static Path unpack(Path programs) throws IOException {
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
                new TarArchiveInputStream(new XZCompressorInputStream(new ByteArrayInputStream(archive)))) {
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
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
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

    /** Removes a folder and all it holds; nothing when it is not there. */
    static void deleteTree(Path folder) throws IOException {
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
            public FileVisitResult postVisitDirectory(Path dir, @Nullable IOException e) throws IOException {
                Files.delete(dir);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}

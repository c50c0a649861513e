package be.quartier.installation;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.zip.ZipFile;

/**
 * The whole installation in one file: every row of every table as of one instant, the files of the data folder and the
 * master key, each with its SHA-256. The file opens every secret of the installation: keep it like one.
 */
public final class Backup {

    /**
     * What a backup holds.
     *
     * @param tables number of tables
     * @param rows number of rows in all of them
     * @param files number of files besides the database
     */
    public record Summary(int tables, long rows, int files) {}

    private Backup() {}

    /**
     * Saves a live or stopped installation; a live one goes on serving.
     *
     * @throws InstallationRefused when the file exists already or cannot be written; no half file is left
     */
    public static Summary write(InstallationSettings settings, Path file) {
        Path target = file.toAbsolutePath();
        if (Files.exists(target)) {
            throw new InstallationRefused(target + " exists already and was left as it is; name a new file.");
        }
        if (DataFolder.held(settings.data())) {
            MasterKey key = DataFolder.readMasterKey(settings.data())
                    .orElseThrow(() -> new InstallationRefused("The data folder has no master key to save."));
            return write(Installation.running(settings), settings.data(), key, target);
        }
        if (!Installation.known(settings)) {
            throw new InstallationRefused(
                    "There is no installation in " + settings.data() + "; name its folder with --data.");
        }
        try (Installation installation = Installation.open(settings)) {
            return write(installation.database(), settings.data(), installation.masterKey(), target);
        }
    }

    private static Summary write(DatabaseAccess access, Path data, MasterKey key, Path target) {
        Path partial = target.resolveSibling(target.getFileName() + ".partial");
        try (Connection connection = access.connectAsOwner()) {
            Summary summary = BackupWriter.write(connection, data.resolve("files"), key, partial);
            verify(partial);
            Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
            return summary;
        } catch (FileAlreadyExistsException e) {
            throw new InstallationRefused(partial + " is in the way of an earlier attempt; delete it.", e);
        } catch (IOException | SQLException e) {
            deleteQuietly(partial, e);
            throw new InstallationRefused("The backup could not be written: " + e.getMessage() + ".", e);
        }
    }

    /** Reads a backup from end to end and compares every hash. */
    private static BackupManifest verify(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            BackupManifest manifest = BackupManifest.read(zip);
            manifest.verify(zip);
            return manifest;
        }
    }

    /**
     * Fills an empty data folder (or an empty external database) from a backup.
     *
     * @throws InstallationRefused when the file is damaged, of another version, or the place is not empty; nothing is
     *     half restored
     */
    public static Summary restore(InstallationSettings settings, Path file) {
        BackupManifest manifest;
        try {
            manifest = verify(file);
        } catch (IOException e) {
            throw new InstallationRefused(
                    file + " is not a whole Quartier backup (" + e.getMessage() + "); nothing was restored.", e);
        }
        if (Files.exists(settings.data().resolve("postgresql"))
                || Files.exists(settings.data().resolve("secrets"))) {
            throw new InstallationRefused("There is an installation in " + settings.data()
                    + " already and it was left as it is; restore into a new folder with --data.");
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            BackupReader.files(zip, manifest, settings.data());
            try (Installation installation = Installation.open(settings);
                    Connection connection = installation.database().connectAsOwner()) {
                return BackupReader.database(connection, zip, manifest);
            }
        } catch (IOException | SQLException e) {
            throw new InstallationRefused("The backup could not be restored: " + e.getMessage() + ".", e);
        }
    }

    private static void deleteQuietly(Path partial, Exception reason) {
        try {
            Files.deleteIfExists(partial);
        } catch (IOException e) {
            reason.addSuppressed(e);
        }
    }
}

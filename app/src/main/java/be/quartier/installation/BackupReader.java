package be.quartier.installation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.zip.ZipFile;
import org.postgresql.PGConnection;

/** Puts a verified backup back: files first, then all rows in one transaction. */
final class BackupReader {

    private BackupReader() {}

    static void files(ZipFile zip, BackupManifest manifest, Path data) throws IOException {
        Path root = data.toAbsolutePath().normalize();
        for (BackupManifest.Entry entry : manifest.entries()) {
            Path target = root.resolve(entry.name()).normalize();
            if (!target.startsWith(root)) {
                throw new IOException(entry.name() + " leaves the data folder");
            }
            if (entry.name().equals("secrets/master.key")) {
                try (DataFolder folder = DataFolder.open(data)) {
                    folder.writeMasterKey(new String(read(zip, entry), StandardCharsets.US_ASCII));
                }
            } else if (entry.name().startsWith("files/")) {
                Files.createDirectories(target.getParent());
                try (InputStream in = zip.getInputStream(zip.getEntry(entry.name()))) {
                    Files.copy(in, target);
                }
            }
        }
    }

    static Backup.Summary database(Connection connection, ZipFile zip, BackupManifest manifest)
            throws IOException, SQLException {
        if (!BackupSchema.fingerprint(connection).equals(manifest.schema())) {
            throw new InstallationRefused("The backup was made by another version of Quartier; restore it with that "
                    + "version and upgrade afterwards.");
        }
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            List<BackupSchema.ForeignKey> keys = BackupSchema.foreignKeys(connection);
            for (BackupSchema.ForeignKey key : keys) {
                statement.execute(key.drop());
            }
            for (BackupManifest.Entry entry : manifest.entries()) {
                if (entry.table()) {
                    load(connection, zip, entry);
                }
            }
            sequences(statement, zip);
            for (BackupSchema.ForeignKey key : keys) {
                statement.execute(key.add());
            }
            connection.commit();
            return manifest.summary();
        } catch (IOException | SQLException | RuntimeException e) {
            connection.rollback();
            throw e;
        }
    }

    private static void load(Connection connection, ZipFile zip, BackupManifest.Entry entry)
            throws IOException, SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("delete from " + entry.tableName());
        }
        try (InputStream in = zip.getInputStream(zip.getEntry(entry.name()))) {
            long rows = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + entry.tableName() + " from stdin", in);
            if (rows != entry.rows()) {
                throw new IOException(entry.name() + " gave " + rows + " rows instead of " + entry.rows());
            }
        }
    }

    private static void sequences(Statement statement, ZipFile zip) throws IOException, SQLException {
        try (InputStream in = zip.getInputStream(zip.getEntry("sequences"))) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                String[] parts = line.split("\t", 2);
                statement.execute("select setval('" + parts[0] + "', " + Long.parseLong(parts[1]) + ")");
            }
        }
    }

    private static byte[] read(ZipFile zip, BackupManifest.Entry entry) throws IOException {
        try (InputStream in = zip.getInputStream(zip.getEntry(entry.name()))) {
            return in.readAllBytes();
        }
    }
}

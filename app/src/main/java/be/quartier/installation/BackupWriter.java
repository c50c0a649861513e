package be.quartier.installation;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.postgresql.PGConnection;

/** Writes the zip of a {@link Backup}, streaming, from one snapshot of the database. */
final class BackupWriter {

    private final ZipOutputStream zip;
    private final List<BackupManifest.Entry> entries = new ArrayList<>();

    private BackupWriter(ZipOutputStream zip) {
        this.zip = zip;
    }

    static Backup.Summary write(Connection connection, Path files, MasterKey key, Path target)
            throws IOException, SQLException {
        connection.setAutoCommit(false);
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        try (OutputStream out = Files.newOutputStream(target, StandardOpenOption.CREATE_NEW);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            BackupWriter writer = new BackupWriter(zip);
            BackupManifest manifest = writer.all(connection, files, key);
            zip.putNextEntry(new ZipEntry(BackupManifest.NAME));
            zip.write(manifest.bytes());
            zip.closeEntry();
            return manifest.summary();
        } finally {
            connection.rollback();
        }
    }

    private BackupManifest all(Connection connection, Path files, MasterKey key) throws IOException, SQLException {
        for (String table : BackupSchema.tables(connection)) {
            entry("tables/" + table, out -> copyOut(connection, table, out));
        }
        entry("sequences", out -> {
            out.write(BackupSchema.sequences(connection));
            return 0;
        });
        entry("secrets/master.key", out -> {
            out.write(key.base64());
            return 0;
        });
        if (Files.isDirectory(files)) {
            try (Stream<Path> all = Files.walk(files)) {
                for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
                    entry("files/" + files.relativize(file), out -> {
                        Files.copy(file, out);
                        return 0;
                    });
                }
            }
        }
        return new BackupManifest(BackupSchema.fingerprint(connection), entries);
    }

    private static long copyOut(Connection connection, String table, OutputStream out)
            throws IOException, SQLException {
        return connection.unwrap(PGConnection.class).getCopyAPI().copyOut("copy " + table + " to stdout", out);
    }

    private interface Content {
        long writeTo(OutputStream out) throws IOException, SQLException;
    }

    private void entry(String name, Content content) throws IOException, SQLException {
        zip.putNextEntry(new ZipEntry(name));
        MessageDigest digest = BackupManifest.sha256();
        OutputStream unclosable = new FilterOutputStream(zip) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                out.write(bytes, offset, length);
            }

            @Override
            public void close() {}
        };
        long rows = content.writeTo(new DigestOutputStream(unclosable, digest));
        zip.closeEntry();
        entries.add(new BackupManifest.Entry(name, HexFormat.of().formatHex(digest.digest()), rows));
    }
}

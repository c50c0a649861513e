package be.quartier.installation;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The list at the end of a backup: schema, and each entry with its SHA-256 and number of rows. */
record BackupManifest(String schema, List<Entry> entries) {

    static final String NAME = "MANIFEST";
    private static final String TITLE = "quartier-backup 1";

    /** One entry: {@code rows} is 0 for what is not a table. */
    record Entry(String name, String sha256, long rows) {
        boolean table() {
            return name.startsWith("tables/");
        }

        String tableName() {
            return name.substring("tables/".length());
        }
    }

    static BackupManifest read(ZipFile zip) throws IOException {
        ZipEntry entry = zip.getEntry(NAME);
        if (entry == null) {
            throw new IOException("it has no list of contents");
        }
        try (InputStream in = zip.getInputStream(entry)) {
            List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            if (lines.size() < 2 || !lines.getFirst().equals(TITLE)) {
                throw new IOException("its list of contents is of another kind");
            }
            List<Entry> entries = new ArrayList<>();
            for (String line : lines.subList(2, lines.size())) {
                String[] fields = line.split("\t", -1);
                entries.add(new Entry(fields[2], fields[0], Long.parseLong(fields[1])));
            }
            return new BackupManifest(lines.get(1), entries);
        }
    }

    byte[] bytes() {
        StringBuilder text =
                new StringBuilder(TITLE).append('\n').append(schema).append('\n');
        for (Entry entry : entries) {
            text.append(entry.sha256()).append('\t').append(entry.rows()).append('\t');
            text.append(entry.name()).append('\n');
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    void verify(ZipFile zip) throws IOException {
        for (Entry listed : entries) {
            ZipEntry entry = zip.getEntry(listed.name());
            if (entry == null) {
                throw new IOException(listed.name() + " is missing");
            }
            MessageDigest digest = sha256();
            try (InputStream in = new DigestInputStream(zip.getInputStream(entry), digest)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            if (!HexFormat.of().formatHex(digest.digest()).equals(listed.sha256())) {
                throw new IOException(listed.name() + " is damaged");
            }
        }
    }

    long rows() {
        return entries.stream().mapToLong(Entry::rows).sum();
    }

    Backup.Summary summary() {
        int tables = (int) entries.stream().filter(Entry::table).count();
        return new Backup.Summary(tables, rows(), entries.size() - tables);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

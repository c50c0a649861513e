package be.quartier.vouchers.registry.extract;

import be.quartier.vouchers.registry.FileRefusal;
import be.quartier.vouchers.registry.FileRefusal.Kind;
import be.quartier.vouchers.registry.RegistryColumn;
import be.quartier.vouchers.registry.RegistryColumns;
import be.quartier.vouchers.registry.RegistryColumns.Layout;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** An extract being read: encoding, separator and columns are known, rows come one by one. */
public final class Extract {

    /** Lines within which the column names must come; software writes titles above them. */
    static final int HEADER_LINES_MAX = 10;

    private static final int SNIFFED_BYTES = 4096;
    private static final byte[] UTF8_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};
    private static final byte[] UTF16_BIG = {(byte) 0xfe, (byte) 0xff};
    private static final byte[] UTF16_LITTLE = {(byte) 0xff, (byte) 0xfe};
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLD_WORKBOOK = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0};
    private static final byte[] PDF = {'%', 'P', 'D', 'F'};

    private final TableReader table;
    private final RowReader rows;

    private Extract(TableReader table, RowReader rows) {
        this.table = table;
        this.rows = rows;
    }

    /** What opening a file gives. */
    public sealed interface Opening {

        /** Rows can be read. */
        record Ready(Extract extract) implements Opening {}

        /** The file is of no use, and why. */
        record Refused(FileRefusal refusal) implements Opening {}
    }

    /**
     * Looks at the beginning of a file and finds its columns.
     *
     * @param today nobody is born after it
     */
    public static Opening open(InputStream file, RegistryColumns columns, LocalDate today) throws IOException {
        BufferedInputStream in = new BufferedInputStream(file, SNIFFED_BYTES * 4);
        in.mark(SNIFFED_BYTES);
        byte[] head = in.readNBytes(SNIFFED_BYTES);
        in.reset();
        Optional<Kind> wrong = wrongKind(head);
        if (wrong.isPresent()) {
            return new Opening.Refused(FileRefusal.of(wrong.get()));
        }
        Text text = new Text();
        if (starts(head, UTF8_MARK)) {
            in.skipNBytes(UTF8_MARK.length);
            text.knownAsUtf8();
        }
        boolean wide = starts(head, UTF16_BIG) || starts(head, UTF16_LITTLE);
        if (wide) {
            text.knownAsUtf8();
        }
        return header(new TableReader(wide ? new Utf16(in) : in, text), columns, today);
    }

    private static Opening header(TableReader table, RegistryColumns columns, LocalDate today) throws IOException {
        List<RegistryColumn> missing = List.of();
        boolean anyTable = false;
        for (int tried = 0; tried < HEADER_LINES_MAX; tried++) {
            table.guessSeparator();
            if (!(table.next() instanceof Line.Fields line)) {
                continue;
            }
            anyTable |= line.fields().size() > 1;
            switch (columns.locate(line.fields())) {
                case Layout.Found found -> {
                    return new Opening.Ready(new Extract(table, new RowReader(found, today)));
                }
                case Layout.Twice(List<RegistryColumn> twice) -> {
                    return new Opening.Refused(new FileRefusal(Kind.COLUMNS_TWICE, twice));
                }
                case Layout.Missing(List<RegistryColumn> some) ->
                    missing = missing.isEmpty() || some.size() < missing.size() ? some : missing;
            }
        }
        return new Opening.Refused(headless(anyTable, missing));
    }

    private static FileRefusal headless(boolean anyTable, List<RegistryColumn> missing) {
        if (!anyTable) {
            return FileRefusal.of(Kind.NO_TABLE);
        }
        long required = List.of(RegistryColumn.values()).stream()
                .filter(RegistryColumn::required)
                .count();
        return missing.size() == required
                ? FileRefusal.of(Kind.NO_HEADER)
                : new FileRefusal(Kind.COLUMNS_MISSING, missing);
    }

    private static Optional<Kind> wrongKind(byte[] head) {
        if (head.length == 0) {
            return Optional.of(Kind.EMPTY);
        }
        if (starts(head, ZIP) || starts(head, OLD_WORKBOOK)) {
            return Optional.of(Kind.WORKBOOK);
        }
        if (starts(head, PDF)) {
            return Optional.of(Kind.PDF);
        }
        if (starts(head, UTF16_BIG) || starts(head, UTF16_LITTLE)) {
            return Optional.empty();
        }
        for (byte b : head) {
            if (b == 0) {
                return Optional.of(Kind.NOT_TEXT);
            }
        }
        return Optional.empty();
    }

    private static boolean starts(byte[] head, byte[] mark) {
        return head.length >= mark.length && Arrays.equals(head, 0, mark.length, mark, 0, mark.length);
    }

    /** The next row that is not blank; empty at the end of the file. */
    public Optional<Row> next() throws IOException {
        for (Line line = table.next(); line != null; line = table.next()) {
            if (!(line instanceof Line.Fields fields && fields.blank())) {
                return Optional.of(rows.read(line));
            }
        }
        return Optional.empty();
    }
}

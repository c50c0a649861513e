package be.quartier.paper;

import be.quartier.money.Cents;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A table as a file that spreadsheets in Belgium open as it is meant: UTF-8 with its mark, semicolons, amounts as plain
 * numbers, and no text that a spreadsheet would run as a formula.
 */
public final class CsvText {

    private static final String MARK = "\ufeff";

    private final StringBuilder text = new StringBuilder(MARK);

    /** Begins with the names of the columns. */
    public CsvText(List<String> columns) {
        row(columns.toArray());
    }

    /** Adds a row; {@link Cents} are written in euros, whole numbers as they are, everything else as text. */
    public CsvText row(Object... cells) {
        for (int at = 0; at < cells.length; at++) {
            text.append(at == 0 ? "" : ";").append(cell(cells[at]));
        }
        text.append("\r\n");
        return this;
    }

    /** The file. */
    public byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String cell(Object value) {
        return switch (value) {
            case Cents cents -> cents.plain().replace('.', ',');
            case Integer number -> number.toString();
            case Long number -> number.toString();
            default -> quoted(value.toString());
        };
    }

    /** A text that begins like a formula gets an apostrophe, which spreadsheets show as text. */
    private static String quoted(String value) {
        var plain = value.replace('\r', ' ').replace('\n', ' ');
        var safe = !plain.isEmpty() && "=+-@\t".indexOf(plain.charAt(0)) >= 0 ? "'" + plain : plain;
        return safe.matches("[^;\"\\t]*") ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }
}

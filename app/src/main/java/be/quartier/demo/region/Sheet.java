package be.quartier.demo.region;

import be.quartier.commune.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The rows of one resource file of the demonstration: {@code ;} between cells, {@code #} before a remark, names first. */
record Sheet(List<Row> rows) {

    /** One line; asking for a column that does not exist is an error of the file and fails. */
    record Row(Map<String, String> cells) {

        String text(String column) {
            String cell = cells.get(column);
            if (cell == null) {
                throw new IllegalStateException("No column " + column + " in " + cells);
            }
            return cell;
        }

        int number(String column) {
            return Integer.parseInt(text(column));
        }

        double decimal(String column) {
            return Double.parseDouble(text(column));
        }

        List<String> list(String column) {
            return List.of(text(column).split(","));
        }

        /** The cells {@code prefix_fr}, {@code prefix_nl}… by language. */
        Map<Language, String> texts(String prefix) {
            Map<Language, String> texts = new EnumMap<>(Language.class);
            for (Language language : Language.values()) {
                texts.put(language, text(prefix + language.name().toLowerCase(Locale.ROOT)));
            }
            return texts;
        }
    }

    /** Reads {@code demo/<name>.csv}. */
    static Sheet read(String name) {
        try (InputStream in = Sheet.class.getResourceAsStream("/demo/" + name + ".csv")) {
            if (in == null) {
                throw new IllegalStateException(
                        "The demonstration's file " + name + ".csv is missing from the program.");
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Sheet parse(String text) {
        List<String> lines = text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
        String[] columns = lines.getFirst().split(";", -1);
        List<Row> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(";", columns.length);
            if (cells.length != columns.length) {
                throw new IllegalStateException("Expected " + columns.length + " cells: " + line);
            }
            Map<String, String> row = new HashMap<>();
            for (int i = 0; i < columns.length; i++) {
                row.put(columns[i], cells[i]);
            }
            rows.add(new Row(row));
        }
        return new Sheet(rows);
    }
}

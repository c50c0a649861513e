package be.quartier.bench;

import be.quartier.vouchers.registry.RegistryColumns;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes an extract of children from 1 to 17, two to a household, with numbers that are valid and nobody's. */
final class ExtractWriter {

    /** The columns of a table of text with the file's columns. */
    static final String COLUMNS = RegistryColumns.header().stream()
            .map(name -> name.toLowerCase(Locale.ROOT) + " text")
            .collect(Collectors.joining(", "));

    private static final int DAYS = 16 * 365;

    private ExtractWriter() {}

    static void write(Path file, int rows) throws IOException {
        LocalDate first = LocalDate.of(2009, 1, 1);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(String.join(";", RegistryColumns.header()) + "\r\n");
            for (int row = 0; row < rows; row++) {
                LocalDate birth = first.plusDays(row % DAYS);
                int household = row / 2;
                out.write(niss(birth, 1 + row / DAYS) + ";Lemaître-" + word(household) + ";Zoé " + word(row) + ";"
                        + String.format(
                                Locale.ROOT,
                                "%02d/%02d/%04d",
                                birth.getDayOfMonth(),
                                birth.getMonthValue(),
                                birth.getYear())
                        + ";F;Rue de l’Été " + word(household / 400) + ";" + (1 + household % 400)
                        + ";bte 1;9999;Ville;"
                        + "M-" + household + ";;FR;N;;;;;Centre\r\n");
            }
        }
    }

    private static String niss(LocalDate birth, int serial) {
        String nine = String.format(
                Locale.ROOT,
                "%02d%02d%02d%03d",
                birth.getYear() % 100,
                birth.getMonthValue(),
                birth.getDayOfMonth(),
                serial);
        return nine + String.format(Locale.ROOT, "%02d", 97 - (Long.parseLong(nine) + 2_000_000_000L) % 97);
    }

    /** A number as letters: names hold no digits. */
    private static String word(int number) {
        StringBuilder word = new StringBuilder();
        for (int left = number; left > 0 || word.isEmpty(); left /= 26) {
            word.append((char) ('a' + left % 26));
        }
        return word.toString();
    }
}

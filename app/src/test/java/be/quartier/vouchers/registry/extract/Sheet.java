package be.quartier.vouchers.registry.extract;

import be.quartier.vouchers.registry.RegistryColumn;
import be.quartier.vouchers.registry.RegistryColumns;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** An extract written by a test: a good row, of which single cells are spoilt. */
public final class Sheet {

    public static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    public static final String NISS_2017 = "17073003384";

    private final StringBuilder text = new StringBuilder(String.join(";", RegistryColumns.header()) + "\r\n");

    /** A row with these cells and good ones elsewhere; cells are pairs of column and text. */
    public Sheet row(Object... cells) {
        text.append(line(cells)).append("\r\n");
        return this;
    }

    public Sheet raw(String line) {
        text.append(line);
        return this;
    }

    public static String line(Object... cells) {
        Map<RegistryColumn, String> row = new EnumMap<>(RegistryColumn.class);
        row.put(RegistryColumn.NISS, NISS_2017);
        row.put(RegistryColumn.LAST_NAME, "Lemaître");
        row.put(RegistryColumn.FIRST_NAME, "Zoé");
        row.put(RegistryColumn.BIRTH_DATE, "30/07/2017");
        row.put(RegistryColumn.STREET, "Rue de l'Église");
        row.put(RegistryColumn.NUMBER, "12");
        row.put(RegistryColumn.POSTCODE, "7999");
        row.put(RegistryColumn.TOWN, "Clairval");
        row.put(RegistryColumn.HOUSEHOLD, "M-1");
        row.put(RegistryColumn.LANGUAGE, "FR");
        for (int i = 0; i < cells.length; i += 2) {
            row.put((RegistryColumn) cells[i], (String) cells[i + 1]);
        }
        List<String> line = new ArrayList<>();
        for (RegistryColumn column : RegistryColumn.values()) {
            line.add(row.getOrDefault(column, ""));
        }
        return String.join(";", line);
    }

    @Override
    public String toString() {
        return text.toString();
    }

    public byte[] bytes(Charset charset) {
        return text.toString().getBytes(charset);
    }

    /** All rows, read as UTF-8. */
    public List<Row> read() throws IOException {
        return read(bytes(StandardCharsets.UTF_8));
    }

    public static List<Row> read(byte[] file) throws IOException {
        Extract extract = switch (Extract.open(new ByteArrayInputStream(file), RegistryColumns.STANDARD, TODAY)) {
            case Extract.Opening.Ready(Extract ready) -> ready;
            case Extract.Opening.Refused(var refusal) -> throw new AssertionError(refusal);
        };
        List<Row> rows = new ArrayList<>();
        for (var row = extract.next(); row.isPresent(); row = extract.next()) {
            rows.add(row.get());
        }
        return rows;
    }

    /** The one row of a sheet of one row, readable. */
    public static Row.Person person(Object... cells) throws IOException {
        return (Row.Person) new Sheet().row(cells).read().getFirst();
    }

    /** The one row of a sheet of one row, whatever it is. */
    public static Row only(Object... cells) throws IOException {
        return new Sheet().row(cells).read().getFirst();
    }
}

package be.quartier.shop.catalogue;

import be.quartier.money.Cents;
import be.quartier.money.Parsed;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads a merchant's list as spreadsheets write it: a line of names, then a line a product; {@code ;}, {@code ,} or tabs between. */
final class ImportReader {

    private static final Map<String, String> COLUMNS = columns();
    private static final int GRAMS = 1_000;

    private ImportReader() {}

    /** A line, by the names of its columns. */
    record Line(int number, Map<String, String> cells) {
        String cell(String column) {
            return cells.getOrDefault(column, "").strip();
        }
    }

    /** The text of a file, in UTF-8 or, failing that, as Excel writes it in Belgium. */
    static String text(byte[] file) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            text = new String(file, Charset.forName("windows-1252"));
        }
        return (text.startsWith("\ufeff") ? text.substring(1) : text).replace("\0", "");
    }

    /** Its lines; empty when there is no line of names with a name and a price. */
    static Optional<List<Line>> lines(String text) {
        List<List<String>> rows = rows(text);
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        List<String> names = rows.getFirst().stream()
                .map(name -> COLUMNS.getOrDefault(name.strip().toLowerCase(Locale.ROOT), ""))
                .toList();
        if (!names.contains("name") || !names.contains("price")) {
            return Optional.empty();
        }
        List<Line> lines = new ArrayList<>();
        for (int i = 1; i < rows.size(); i++) {
            Map<String, String> cells = new HashMap<>();
            for (int j = 0; j < Math.min(names.size(), rows.get(i).size()); j++) {
                cells.put(names.get(j), rows.get(i).get(j));
            }
            if (cells.values().stream().anyMatch(cell -> !cell.isBlank())) {
                lines.add(new Line(i + 1, cells));
            }
        }
        return Optional.of(lines);
    }

    /** What a line says, with what is wrong with it; what is found in the catalogue is added by the caller. */
    static ImportRow read(Line line, int usualVat) {
        List<String> faults = new ArrayList<>();
        String name = line.cell("name");
        if (name.isEmpty() || name.length() > ProductFacts.NAME_MAX) {
            faults.add("name");
        }
        String description = line.cell("description");
        if (description.length() > ProductFacts.DESCRIPTION_MAX) {
            faults.add("description");
        }
        boolean weighed = line.cell("unit").toLowerCase(Locale.ROOT).matches("kg|kilo.*|/kg");
        long cents = Cents.parse(line.cell("price")) instanceof Parsed.Valid<Cents>(Cents amount) ? amount.value() : 0;
        if (cents < 1 || cents > VariantFacts.PRICE_MAX) {
            faults.add("price");
            cents = 1;
        }
        String sku = line.cell("sku");
        if (sku.length() > 60) {
            faults.add("sku");
        }
        VariantFacts facts = VariantFacts.priced(weighed ? Unit.KILOGRAM : Unit.PIECE, cents);
        var variant = new VariantFacts("", sku, facts.unit(), cents, facts.stepGrams(), 0, 0, 0);
        int vat = vat(line.cell("vat"), usualVat, faults);
        OptionalLong stock = stock(line.cell("stock"), weighed, faults);
        return new ImportRow(line.number(), name, description, vat, variant, stock, Optional.empty(), false, faults);
    }

    private static int vat(String typed, int usual, List<String> faults) {
        String number = typed.replace("%", "").strip().replace(',', '.').replaceAll("\\.0+$", "");
        if (number.isEmpty()) {
            return usual;
        }
        if (number.matches("0|6|12|21")) {
            return Integer.parseInt(number) * 10;
        }
        faults.add("vat");
        return usual;
    }

    private static OptionalLong stock(String typed, boolean weighed, List<String> faults) {
        String number = typed.replace(',', '.');
        if (number.isEmpty()) {
            return OptionalLong.empty();
        }
        if (number.matches(weighed ? "\\d{1,5}(\\.\\d{1,3})?" : "\\d{1,7}")) {
            return OptionalLong.of(
                    weighed
                            ? new BigDecimal(number)
                                    .multiply(BigDecimal.valueOf(GRAMS))
                                    .longValueExact()
                            : Long.parseLong(number));
        }
        faults.add("stock");
        return OptionalLong.empty();
    }

    private static List<List<String>> rows(String text) {
        String first = text.lines().findFirst().orElse("");
        char between = first.contains(";") ? ';' : first.contains("\t") ? '\t' : ',';
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        var cell = new StringBuilder();
        boolean quoted = false;
        String all = text.endsWith("\n") ? text : text + "\n";
        for (int i = 0; i < all.length(); i++) {
            char sign = all.charAt(i);
            if (quoted && sign == '"' && i + 1 < all.length() && all.charAt(i + 1) == '"') {
                cell.append('"');
                i++;
            } else if (sign == '"') {
                quoted = !quoted;
            } else if (!quoted && (sign == between || sign == '\n')) {
                row.add(cell.toString());
                cell.setLength(0);
                if (sign == '\n') {
                    rows.add(row);
                    row = new ArrayList<>();
                }
            } else if (quoted || sign != '\r') {
                cell.append(sign);
            }
        }
        return rows;
    }

    /** The names of columns in four languages. */
    private static Map<String, String> columns() {
        Map<String, String> all = new HashMap<>();
        List.of("nom", "produit", "naam", "product", "name", "produkt").forEach(word -> all.put(word, "name"));
        List.of("prix", "prijs", "preis", "price").forEach(word -> all.put(word, "price"));
        List.of("unité", "unite", "eenheid", "einheit", "unit").forEach(word -> all.put(word, "unit"));
        List.of("stock", "voorraad", "bestand").forEach(word -> all.put(word, "stock"));
        List.of("tva", "btw", "mwst", "mwst.", "vat").forEach(word -> all.put(word, "vat"));
        List.of("référence", "reference", "nummer", "referentie", "sku", "referenz")
                .forEach(word -> all.put(word, "sku"));
        List.of("description", "beschrijving", "beschreibung").forEach(word -> all.put(word, "description"));
        return Map.copyOf(all);
    }
}

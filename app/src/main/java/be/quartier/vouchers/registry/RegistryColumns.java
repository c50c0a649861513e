package be.quartier.vouchers.registry;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The setting that says which header of a commune's extract means what; headers are compared without case, accents,
 * spaces or punctuation.
 *
 * @param extra header names of this commune's own software, besides those every {@link RegistryColumn} knows
 */
public record RegistryColumns(Map<RegistryColumn, List<String>> extra) {

    private static final Pattern NOT_A_WORD = Pattern.compile("[^A-Z0-9]+");
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");

    /** Columns as every installation understands them. */
    public static final RegistryColumns STANDARD = new RegistryColumns(Map.of());

    public RegistryColumns {
        extra = Map.copyOf(extra);
    }

    /** The header of the standard extract, in the order in which its columns are written. */
    public static List<String> header() {
        return Arrays.stream(RegistryColumn.values())
                .map(column -> column.names().getFirst())
                .toList();
    }

    /** Finds each column's place in a header line; the refusal names what is missing or said twice. */
    public Layout locate(List<String> header) {
        Map<String, RegistryColumn> meanings = meanings();
        Map<RegistryColumn, Integer> places = new EnumMap<>(RegistryColumn.class);
        List<RegistryColumn> twice = new ArrayList<>();
        for (int at = 0; at < header.size(); at++) {
            RegistryColumn column = meanings.get(plain(header.get(at)));
            if (column != null && places.putIfAbsent(column, at) != null) {
                twice.add(column);
            }
        }
        List<RegistryColumn> missing = Arrays.stream(RegistryColumn.values())
                .filter(column -> column.required() && !places.containsKey(column))
                .toList();
        if (!missing.isEmpty()) {
            return new Layout.Missing(missing);
        }
        return twice.isEmpty() ? new Layout.Found(places, header.size()) : new Layout.Twice(twice);
    }

    private Map<String, RegistryColumn> meanings() {
        Map<String, RegistryColumn> meanings = new HashMap<>();
        for (RegistryColumn column : RegistryColumn.values()) {
            column.names().forEach(name -> meanings.put(plain(name), column));
        }
        // The commune's own names come last: a setting wins over what everyone understands.
        extra.forEach((column, names) -> names.forEach(name -> meanings.put(plain(name), column)));
        return meanings;
    }

    private static String plain(String name) {
        String bare = ACCENTS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD))
                .replaceAll("")
                .replace("ß", "ss");
        return NOT_A_WORD.matcher(bare.toUpperCase(Locale.ROOT)).replaceAll("");
    }

    /** Where the columns stand in one extract, or why it cannot be read. */
    public sealed interface Layout {

        /** All required columns are there; {@code width} is the number of fields of the header. */
        record Found(Map<RegistryColumn, Integer> places, int width) implements Layout {
            public Found {
                places = Map.copyOf(places);
            }
        }

        /** Required columns that no header names. */
        record Missing(List<RegistryColumn> columns) implements Layout {}

        /** Columns that two headers name: which one holds is not ours to guess. */
        record Twice(List<RegistryColumn> columns) implements Layout {}
    }
}

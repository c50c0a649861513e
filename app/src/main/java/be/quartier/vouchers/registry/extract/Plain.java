package be.quartier.vouchers.registry.extract;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Spellings reduced to what two clerks would write alike, for comparing only. */
final class Plain {

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern SIGNS = Pattern.compile("[^A-Z0-9]+");
    private static final Map<String, String> ABBREVIATIONS = Map.of(
            "R", "RUE",
            "AV", "AVENUE",
            "BD", "BOULEVARD",
            "BLD", "BOULEVARD",
            "BVD", "BOULEVARD",
            "CH", "CHAUSSEE",
            "CHEE", "CHAUSSEE",
            "PL", "PLACE",
            "ST", "SAINT",
            "STE", "SAINTE");

    private Plain() {}

    /** Letters and digits alone, in capitals: {@code "D'Hondt"} and {@code "Dhondt"} are one. */
    static String word(String text) {
        return SIGNS.matcher(capitals(text)).replaceAll("");
    }

    /** A household's number; the zeros that a spreadsheet drops do not count. */
    static String household(String text) {
        return word(text).replaceFirst("^0+", "");
    }

    /** A street with its usual abbreviations written out. */
    static String street(String text) {
        StringBuilder plain = new StringBuilder();
        for (String word : SIGNS.split(capitals(text), -1)) {
            plain.append(ABBREVIATIONS.getOrDefault(word, word));
        }
        String street = plain.toString();
        return street.endsWith("STR") ? street + "AAT" : street;
    }

    private static String capitals(String text) {
        boolean simple = text.chars().allMatch(c -> c < 0x80);
        String bare = simple
                ? text
                : ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                        .replaceAll("");
        return bare.toUpperCase(Locale.ROOT);
    }
}

package be.quartier.demo.region;

import be.quartier.commune.Language;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Something the invented shops of one trade sell.
 *
 * @param drawing what its picture shows
 * @param colour the picture's colour
 * @param weighed whether the price is for a kilogram and the stock in grams
 * @param stock empty when it is made to order
 * @param rules what else holds: {@code season}, {@code age}, {@code deposit}
 */
public record Ware(
        String drawing,
        String colour,
        long cents,
        boolean weighed,
        int vatPermille,
        OptionalLong stock,
        List<String> allergens,
        String storage,
        Map<Language, String> names,
        Map<Language, String> texts,
        Map<String, String> rules) {

    /** What shops of a trade sell; nothing for a trade that sells nothing. */
    public static List<Ware> of(String trade) {
        return Sheet.read("goods").rows().stream()
                .filter(row -> row.text("trade").equals(trade))
                .map(Ware::read)
                .toList();
    }

    /** A rule, when it holds. */
    public Optional<String> rule(String name) {
        return Optional.ofNullable(rules.get(name));
    }

    private static Ware read(Sheet.Row row) {
        Map<String, String> rules = new java.util.HashMap<>();
        row.list("rules").stream()
                .filter(rule -> rule.contains("="))
                .forEach(
                        rule -> rules.put(rule.substring(0, rule.indexOf('=')), rule.substring(rule.indexOf('=') + 1)));
        return new Ware(
                row.text("drawing"),
                row.text("colour"),
                row.number("cents"),
                row.text("unit").equals("kg"),
                row.number("vat"),
                row.text("stock").isEmpty() ? OptionalLong.empty() : OptionalLong.of(row.number("stock")),
                Arrays.stream(row.text("allergens").split(",", -1))
                        .filter(code -> !code.isEmpty())
                        .toList(),
                row.text("storage"),
                Map.of(Language.FR, row.text("fr"), Language.NL, row.text("nl")),
                Map.of(Language.FR, row.text("more_fr"), Language.NL, row.text("more_nl")),
                Map.copyOf(rules));
    }
}

package be.quartier.demo.region;

import be.quartier.commune.Language;
import java.util.List;
import java.util.Map;

/**
 * How the invented shops of one trade sell online.
 *
 * @param open whether their front is open
 * @param minimumEuros smallest order
 * @param minutes of preparation
 * @param cutOff {@code HH:MM}, or empty
 * @param cycleEuros what all orders that close together must come to, 0 for none
 * @param channels codes of the ways by which orders come
 * @param ways codes of the ways to pay, the preferred first
 * @param texts what they add to what they say of themselves
 */
public record SalesHabit(
        boolean open,
        boolean delivery,
        int minimumEuros,
        int minutes,
        String cutOff,
        String substitution,
        int margin,
        int cycleEuros,
        List<String> channels,
        List<String> ways,
        Map<Language, String> texts) {

    /** The habit of a trade. */
    public static SalesHabit of(String trade) {
        return Sheet.read("terms").rows().stream()
                .filter(row -> row.text("trade").equals(trade))
                .findFirst()
                .map(row -> new SalesHabit(
                        row.text("open").equals("yes"),
                        row.text("delivery").equals("yes"),
                        row.number("minimum"),
                        row.number("preparation"),
                        row.text("cutoff"),
                        row.text("substitution"),
                        row.number("margin"),
                        row.number("cycle"),
                        row.list("channels"),
                        row.list("ways"),
                        Map.of(Language.FR, row.text("fr"), Language.NL, row.text("nl"))))
                .orElseThrow(() -> new IllegalStateException("No habit of " + trade));
    }
}

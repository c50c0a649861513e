package be.quartier.demo.region;

import be.quartier.commune.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * An invented shop that asks to be called.
 *
 * @param enterprise ten digits, valid by the rules, in a range that is not handed out
 * @param moments codes of when to call
 * @param wishes codes of what it wishes
 * @param daysLate how many working days before today its call was due
 * @param fate {@code new} (asked just now), {@code waits}, {@code reached}, {@code again} or {@code declined}
 * @param notes what the officer wrote down
 */
public record Caller(
        String enterprise,
        String trade,
        String name,
        String contact,
        Language language,
        String street,
        String number,
        String phone,
        String mail,
        List<String> moments,
        List<String> wishes,
        int daysLate,
        String fate,
        String sells,
        String words,
        String notes) {

    /** Next to the range of the shops. */
    private static final int FIRST_ENTERPRISE = 18_010_000;

    /** Those of a town, the same every time. */
    public static List<Caller> of(String town) {
        List<Caller> callers = new ArrayList<>();
        int number = 0;
        for (Sheet.Row row : Sheet.read("callers").rows()) {
            number++;
            if (row.text("town").equals(town)) {
                int firstEight = FIRST_ENTERPRISE + number;
                callers.add(new Caller(
                        String.format(Locale.ROOT, "%08d%02d", firstEight, 97 - firstEight % 97),
                        row.text("trade"),
                        row.text("name"),
                        row.text("contact"),
                        Language.of(row.text("language")).orElseThrow(),
                        row.text("street"),
                        row.text("number"),
                        row.text("phone"),
                        "caller" + number + "@" + town + ".example",
                        codes(row, "moments"),
                        codes(row, "wishes"),
                        row.number("late"),
                        row.text("fate"),
                        row.text("sells"),
                        row.text("words"),
                        row.text("notes")));
            }
        }
        return List.copyOf(callers);
    }

    private static List<String> codes(Sheet.Row row, String column) {
        return row.list(column).stream().filter(code -> !code.isEmpty()).toList();
    }
}

package be.quartier.vouchers.registry.extract;

import be.quartier.vouchers.campaigns.BirthDate;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A date as registries and spreadsheets write it. */
sealed interface DateCell {

    /** A date, known to the day or not. */
    record Known(BirthDate date, boolean repaired) implements DateCell {}

    /** Nothing, or zeros alone. */
    record Empty() implements DateCell {}

    /** A year of two digits. */
    record NoCentury() implements DateCell {}

    /** Something else. */
    record Odd() implements DateCell {}

    /** Day zero of spreadsheets, which believe in a 29 February 1900. */
    LocalDate SPREADSHEET_EPOCH = LocalDate.of(1899, 12, 30);

    /** Reads a trimmed cell: dd/mm/yyyy, yyyymmdd, ddmmyyyy, yyyy-mm-dd, mm/yyyy, yyyy; 00 is unknown. */
    static DateCell read(String text) {
        String bare = Shapes.TIME.matcher(text).replaceFirst("");
        if (Shapes.NOTHING.matcher(bare).matches()) {
            return new Empty();
        }
        if (Shapes.NO_CENTURY.matcher(bare).matches()) {
            return new NoCentury();
        }
        try {
            return shaped(bare).orElseGet(Odd::new);
        } catch (DateTimeException | IllegalArgumentException e) {
            return new Odd();
        }
    }

    private static Optional<DateCell> shaped(String bare) {
        Matcher parts = Shapes.DAY_FIRST.matcher(bare);
        if (parts.matches()) {
            return Optional.of(known(parts.group(3), parts.group(2), parts.group(1), false));
        }
        parts = Shapes.YEAR_FIRST.matcher(bare);
        if (parts.matches()) {
            return Optional.of(known(parts.group(1), parts.group(2), parts.group(3), false));
        }
        parts = Shapes.MONTH_YEAR.matcher(bare);
        if (parts.matches()) {
            return Optional.of(known(parts.group(2), parts.group(1), "0", false));
        }
        return Shapes.DIGITS.matcher(bare).matches() ? digits(bare) : Optional.empty();
    }

    private static Optional<DateCell> digits(String bare) {
        return switch (bare.length()) {
            case 4 -> Optional.of(known(bare, "0", "0", false));
            case 5 -> Optional.of(new Known(BirthDate.of(SPREADSHEET_EPOCH.plusDays(Integer.parseInt(bare))), true));
            // A day number without its leading zero: 1042012.
            case 7 -> Optional.of(known(bare.substring(3), bare.substring(1, 3), bare.substring(0, 1), true));
            case 8 -> Optional.of(eight(bare));
            default -> Optional.empty();
        };
    }

    /** A year cannot start with a day and month that exist: 20122012 reads one way only. */
    private static DateCell eight(String bare) {
        try {
            return known(bare.substring(0, 4), bare.substring(4, 6), bare.substring(6), false);
        } catch (IllegalArgumentException e) {
            return known(bare.substring(4), bare.substring(2, 4), bare.substring(0, 2), false);
        }
    }

    private static DateCell known(String year, String month, String day, boolean repaired) {
        int m = Integer.parseInt(month);
        if (year.equals("0000")) {
            return new Odd();
        }
        // Without a month the register uses the day as a counter; it means nothing.
        return new Known(new BirthDate(Integer.parseInt(year), m, m == 0 ? 0 : Integer.parseInt(day)), repaired);
    }

    /** The shapes of dates. */
    final class Shapes {
        private static final Pattern TIME = Pattern.compile("[ T]\\d{1,2}:\\d{2}.*$");
        private static final Pattern NOTHING = Pattern.compile("[0/.\\- ]*");
        private static final Pattern NO_CENTURY = Pattern.compile("\\d{1,2}[/.\\- ]\\d{1,2}[/.\\- ]\\d{2}");
        private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})[/.\\- ](\\d{1,2})[/.\\- ](\\d{4})");
        private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})[/.\\- ](\\d{1,2})[/.\\- ](\\d{1,2})");
        private static final Pattern MONTH_YEAR = Pattern.compile("(\\d{1,2})[/.\\- ](\\d{4})");
        private static final Pattern DIGITS = Pattern.compile("\\d+");

        private Shapes() {}
    }
}

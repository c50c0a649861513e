package be.quartier.vouchers.registry;

import java.time.LocalDate;
import java.util.Locale;

/** Valid national numbers of nobody. */
public final class TestNiss {

    private TestNiss() {}

    /** The number of the {@code serial}-th child (1 to 998) of a day. */
    public static String of(LocalDate birth, int serial) {
        String nine = String.format(
                Locale.ROOT,
                "%02d%02d%02d%03d",
                birth.getYear() % 100,
                birth.getMonthValue(),
                birth.getDayOfMonth(),
                serial);
        long checked = Long.parseLong(nine) + (birth.getYear() >= 2000 ? 2_000_000_000L : 0);
        return nine + String.format(Locale.ROOT, "%02d", 97 - checked % 97);
    }
}

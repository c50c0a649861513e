package be.quartier.demo.region;

import be.quartier.demo.region.Resident.BirthKnown;
import be.quartier.demo.region.Resident.Sex;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Hands out invented national numbers (NISS, rijksregisternummer): valid by the check digits of the decrees of 1991 and 1998, and
 * with day counters above 700, which the two hundred births a day per sex of a real country never reach.
 */
final class NissCounter {

    private static final int FIRST_COUNTER = 701;
    private static final int LAST_COUNTER = 998;

    private final Map<String, Integer> used = new HashMap<>();

    String next(LocalDate birth, BirthKnown known, Sex sex) {
        for (int day = 0; day < 32; day++) {
            String date = String.format(Locale.ROOT, "%02d", birth.getYear() % 100) + monthAndDay(birth, known, day);
            int counter = used.merge(
                    date + sex + birth.getYear(),
                    sex == Sex.M ? FIRST_COUNTER : FIRST_COUNTER + 1,
                    (before, first) -> before + 2);
            if (counter <= LAST_COUNTER) {
                return withCheck(date, counter, birth.getYear() >= 2000);
            }
        }
        throw new IllegalStateException("Too many births in " + birth);
    }

    /** Where the day is unknown the number carries month 00, then day 00, 01, 02… as the counters run out. */
    private static String monthAndDay(LocalDate birth, BirthKnown known, int overflow) {
        if (known == BirthKnown.DAY && overflow == 0) {
            return String.format(Locale.ROOT, "%02d%02d", birth.getMonthValue(), birth.getDayOfMonth());
        }
        return String.format(Locale.ROOT, "00%02d", overflow);
    }

    private static String withCheck(String date, int counter, boolean since2000) {
        String nine = date + String.format(Locale.ROOT, "%03d", counter);
        long checked = Long.parseLong(nine) + (since2000 ? 2_000_000_000L : 0);
        return nine + String.format(Locale.ROOT, "%02d", 97 - checked % 97);
    }
}

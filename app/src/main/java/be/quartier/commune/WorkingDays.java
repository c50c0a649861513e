package be.quartier.commune;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Set;

/**
 * The days on which a Belgian town hall works: weekdays that are none of the ten public holidays (royal decree of 18 April 1974,
 * article 1).
 */
public final class WorkingDays {

    private static final Set<MonthDay> FIXED = Set.of(
            MonthDay.of(1, 1),
            MonthDay.of(5, 1),
            MonthDay.of(7, 21),
            MonthDay.of(8, 15),
            MonthDay.of(11, 1),
            MonthDay.of(11, 11),
            MonthDay.of(12, 25));

    private WorkingDays() {}

    /** Whether the town hall works on this day. */
    public static boolean isOne(LocalDate day) {
        LocalDate easter = Easter.sunday(day.getYear());
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !FIXED.contains(MonthDay.from(day))
                && !day.equals(easter.plusDays(1))
                && !day.equals(easter.plusDays(39))
                && !day.equals(easter.plusDays(50));
    }

    /** The first working day after this day, whatever day it is. */
    public static LocalDate after(LocalDate day) {
        LocalDate next = day.plusDays(1);
        while (!isOne(next)) {
            next = next.plusDays(1);
        }
        return next;
    }

    /** The last working day before this day, whatever day it is. */
    public static LocalDate before(LocalDate day) {
        LocalDate last = day.minusDays(1);
        while (!isOne(last)) {
            last = last.minusDays(1);
        }
        return last;
    }
}

package be.quartier.shop.catalogue;

import java.time.LocalDate;
import java.time.MonthDay;

/**
 * The days of each year on which a product is sold, both included; it may run over New Year.
 *
 * @param from its first day
 * @param until its last day
 */
public record Season(MonthDay from, MonthDay until) {

    /** The season of two stored numbers, month times 100 plus day. */
    static Season of(int from, int until) {
        return new Season(MonthDay.of(from / 100, from % 100), MonthDay.of(until / 100, until % 100));
    }

    /** A day as stored and compared: month times 100 plus day. */
    public static int number(MonthDay day) {
        return day.getMonthValue() * 100 + day.getDayOfMonth();
    }

    /** Whether this day belongs to it. */
    public boolean holds(LocalDate day) {
        MonthDay asked = MonthDay.from(day);
        boolean begun = !asked.isBefore(from);
        boolean goesOn = !asked.isAfter(until);
        return from.isAfter(until) ? begun || goesOn : begun && goesOn;
    }
}

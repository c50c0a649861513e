package be.quartier.shop.day;

import be.quartier.commune.Brussels;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/**
 * A day or a calendar month in Brussels.
 *
 * @param first its first day
 * @param month whether it is a month
 */
public record Period(LocalDate first, boolean month) {

    private static final int DAY_LENGTH = 10;
    private static final int YEAR_MIN = 2000;
    private static final int YEAR_MAX = 9998;

    /** A day. */
    public static Period day(LocalDate day) {
        return new Period(day, false);
    }

    /** The month of a day. */
    public static Period monthOf(LocalDate day) {
        return new Period(day.withDayOfMonth(1), true);
    }

    /** The period of a name such as {@code 2026-11} or {@code 2026-11-23}; empty for anything else. */
    public static Optional<Period> of(String name) {
        try {
            Period period = name.length() == DAY_LENGTH
                    ? day(LocalDate.parse(name))
                    : monthOf(YearMonth.parse(name).atDay(1));
            int year = period.first.getYear();
            return year >= YEAR_MIN && year <= YEAR_MAX ? Optional.of(period) : Optional.empty();
        } catch (DateTimeException notAPeriod) {
            return Optional.empty();
        }
    }

    /** Its name in addresses. */
    public String name() {
        return month ? YearMonth.from(first).toString() : first.toString();
    }

    /** The day after its last. */
    public LocalDate after() {
        return month ? first.plusMonths(1) : first.plusDays(1);
    }

    /** Its first moment. */
    public Instant from() {
        return Brussels.startOf(first);
    }

    /** The first moment after it. */
    public Instant until() {
        return Brussels.startOf(after());
    }

    /** The one before. */
    public Period previous() {
        return month ? new Period(first.minusMonths(1), true) : day(first.minusDays(1));
    }

    /** The one after. */
    public Period next() {
        return new Period(after(), month);
    }
}

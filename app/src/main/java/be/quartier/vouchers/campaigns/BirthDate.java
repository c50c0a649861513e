package be.quartier.vouchers.campaigns;

import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.util.Optional;

/**
 * A birth date as the civil registry knows it: sometimes only the year and month, only the year, or nothing.
 *
 * @param year four digits, or 0 when unknown
 * @param month 1 to 12, or 0 when unknown
 * @param day 1 to 31, or 0 when unknown
 */
public record BirthDate(int year, int month, int day) {

    private static final int MONTHS = 12;

    /** Refuses dates that no calendar has and days known without their month or year. */
    public BirthDate {
        var known = year >= 1850 && year <= 2200;
        if ((year != 0 && !known) || month < 0 || month > MONTHS || day < 0) {
            throw new IllegalArgumentException("not a birth date");
        }
        if ((year == 0 && (month != 0 || day != 0)) || (month == 0 && day != 0)) {
            throw new IllegalArgumentException("a day needs its month, a month needs its year");
        }
        if (day > 0 && !YearMonth.of(year, month).isValidDay(day)) {
            throw new IllegalArgumentException("this month has no such day");
        }
    }

    /** A birth date known to the day. */
    public static BirthDate of(LocalDate date) {
        return new BirthDate(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
    }

    /** Whether even the year is unknown, so that no age can be said. */
    public boolean unknown() {
        return year == 0;
    }

    /** Whether the day is not known, so that a policy has to complete it. */
    public boolean partial() {
        return day == 0;
    }

    /** The first day it can have been; empty when the year is unknown. */
    public Optional<LocalDate> earliest() {
        if (unknown()) {
            return Optional.empty();
        }
        return Optional.of(LocalDate.of(year, Math.max(month, 1), Math.max(day, 1)));
    }

    /** The last day it can have been; empty when the year is unknown. */
    public Optional<LocalDate> latest() {
        if (unknown()) {
            return Optional.empty();
        }
        if (day > 0) {
            return earliest();
        }
        return Optional.of(YearMonth.of(year, month == 0 ? MONTHS : month).atEndOfMonth());
    }

    /**
     * Full years of age on {@code reference} under the policy "latest possible date": what is unknown is completed in
     * the way that makes the child youngest, yet not unborn when it may have been born. Negative when the child is born
     * after {@code reference}; empty when the year is unknown.
     */
    public Optional<Integer> ageOn(LocalDate reference) {
        return completed(reference)
                .map(born -> born.isAfter(reference)
                        ? -1
                        : Period.between(born, reference).getYears());
    }

    /** The date that the policy "latest possible date" takes for it, seen from {@code reference}. */
    public Optional<LocalDate> completed(LocalDate reference) {
        return latest().map(last -> {
            var first = earliest().orElse(last);
            return last.isAfter(reference) && !first.isAfter(reference) ? reference : last;
        });
    }
}

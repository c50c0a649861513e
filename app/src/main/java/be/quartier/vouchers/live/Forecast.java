package be.quartier.vouchers.live;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.NavigableMap;

/**
 * What a campaign will have cost on its last day, said so that a councillor can redo it with a pencil.
 *
 * <p>The purchases of the last seven days go on, slowed each week as much as that week was slower than the one before
 * (never faster: the vouchers run out). The low end halves the pace each week, the high end keeps the better of the two
 * weeks. Nothing exceeds what was issued.
 *
 * @param basis what it rests on
 * @param spentCents spent until today
 * @param lowCents the low end of the band
 * @param expectedCents the expected end, between the two
 * @param highCents the high end of the band, at most what was issued
 * @param lastWeekCents spent in the seven days that end today
 * @param weekBeforeCents spent in the seven days before those
 * @param daysLeft days after today on which vouchers can still be spent
 */
public record Forecast(
        Basis basis,
        long spentCents,
        long lowCents,
        long expectedCents,
        long highCents,
        long lastWeekCents,
        long weekBeforeCents,
        long daysLeft) {

    private static final int WEEK = 7;
    private static final int WHOLE = 1000;
    private static final int HALF = 500;

    /** What a forecast rests on, and so which sentence explains it. */
    public enum Basis {
        /** Less than a week of purchases: the band is everything from spent to issued. */
        TOO_EARLY,
        /** At least a week of purchases. */
        PACE,
        /** The last day is today or past: what is spent is what it cost. */
        FINAL
    }

    /**
     * The forecast on {@code today}.
     *
     * @param byDay spent per day (Brussels), net of refunds; days without purchase may be missing
     * @param lastDay last day of validity
     * @param issuedCents worth of all vouchers issued
     */
    public static Forecast on(
            LocalDate today, NavigableMap<LocalDate, Long> byDay, LocalDate lastDay, long issuedCents) {
        long spent = sum(byDay);
        long lastWeek = Math.max(0, week(byDay, today));
        long weekBefore = Math.max(0, week(byDay, today.minusDays(WEEK)));
        long days = Math.max(0, ChronoUnit.DAYS.between(today, lastDay));
        long ceiling = Math.max(issuedCents, spent);
        if (days == 0) {
            return new Forecast(Basis.FINAL, spent, spent, spent, spent, lastWeek, weekBefore, 0);
        }
        if (byDay.isEmpty() || byDay.firstKey().isAfter(today.minusDays(WEEK - 1))) {
            return new Forecast(Basis.TOO_EARLY, spent, spent, ceiling, ceiling, lastWeek, weekBefore, days);
        }
        long slowing = weekBefore == 0 ? WHOLE : Math.clamp(lastWeek * WHOLE / weekBefore, HALF, WHOLE);
        long low = spent + coming(lastWeek, HALF, days);
        long expected = spent + coming(lastWeek, slowing, days);
        long high = spent + coming(Math.max(lastWeek, weekBefore), WHOLE, days);
        return new Forecast(
                Basis.PACE,
                spent,
                Math.min(low, ceiling),
                Math.min(expected, ceiling),
                Math.min(high, ceiling),
                lastWeek,
                weekBefore,
                days);
    }

    /** What comes in {@code days} days when each week brings {@code slowing} per mille of the one before. */
    private static long coming(long pace, long slowing, long days) {
        long total = 0;
        long week = pace;
        for (long left = days; left > 0 && week > 0; left -= WEEK) {
            week = week * slowing / WHOLE;
            total += left >= WEEK ? week : week * left / WEEK;
        }
        return total;
    }

    private static long week(NavigableMap<LocalDate, Long> byDay, LocalDate end) {
        return sum(byDay.subMap(end.minusDays(WEEK - 1), true, end, true));
    }

    private static long sum(NavigableMap<LocalDate, Long> byDay) {
        return byDay.values().stream().mapToLong(Long::longValue).sum();
    }
}

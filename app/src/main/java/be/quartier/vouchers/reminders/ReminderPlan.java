package be.quartier.vouchers.reminders;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * On which days before a last day families are reminded: as many before as the campaign says, then two weeks, then three days.
 *
 * @param days before the last day, the most first; at most three
 */
public record ReminderPlan(List<Integer> days) {

    private static final int SECOND = 14;
    private static final int LAST = 3;

    /** Keeps its own copy. */
    public ReminderPlan {
        days = List.copyOf(days);
    }

    /** The plan of a campaign that begins to remind so many days before; 0 never does. */
    public static ReminderPlan from(int first) {
        return new ReminderPlan(IntStream.of(first, SECOND, LAST)
                .filter(day -> day > 0 && day <= first)
                .distinct()
                .boxed()
                .toList());
    }

    /**
     * Which reminder, as days before the last day, is the one of today; empty before the first, after the last day, and when its
     * day came before somebody asked to be reminded.
     */
    public OptionalInt today(LocalDate today, LocalDate lastDay, LocalDate since) {
        if (today.isAfter(lastDay)) {
            return OptionalInt.empty();
        }
        return days.stream()
                .mapToInt(Integer::intValue)
                .filter(day -> !lastDay.minusDays(day).isAfter(today))
                .filter(day -> lastDay.minusDays(day).isAfter(since))
                .min();
    }
}

package be.quartier.merchants;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Days on which a shop is closed besides its hours.
 *
 * @param from the first day
 * @param until the last day, not before the first and at most {@link #DAYS_MAX} after it
 * @param note for customers, in the words of the shop, at most {@link #NOTE_MAX} characters; may be empty
 */
public record Closure(UUID id, LocalDate from, LocalDate until, String note) {

    /** Longest note. */
    public static final int NOTE_MAX = 200;

    /** Longest closure, in days after the first. */
    public static final int DAYS_MAX = 366;

    /** Checks the order. @throws IllegalArgumentException when it ends before it begins, or too late */
    public Closure {
        if (until.isBefore(from) || until.isAfter(from.plusDays(DAYS_MAX)) || note.length() > NOTE_MAX) {
            throw new IllegalArgumentException("no closure of these days");
        }
    }

    /** Whether it is closed on this day. */
    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(until);
    }
}

package be.quartier.merchants;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;

/**
 * When an establishment is open in an ordinary week, in local time.
 *
 * <p>Invariant: at most {@link #MOST} spans, in order, none overlapping another.
 *
 * @param spans one for each uninterrupted opening; a closed day has none
 */
public record OpeningHours(List<Span> spans) {

    /** Most spans of one week: three a day. */
    public static final int MOST = 21;

    /** Nothing is known about the hours. */
    public static final OpeningHours UNKNOWN = new OpeningHours(List.of());

    /** Open from, including, to, excluding. @throws IllegalArgumentException when it ends before it begins */
    public record Span(DayOfWeek day, LocalTime opens, LocalTime closes) {

        /** Checks the order. */
        public Span {
            if (!closes.isAfter(opens)) {
                throw new IllegalArgumentException("closes before it opens");
            }
        }
    }

    /** Sorts and checks. @throws IllegalArgumentException when two spans overlap or there are too many */
    public OpeningHours {
        spans = spans.stream()
                .sorted(Comparator.comparing(Span::day).thenComparing(Span::opens))
                .toList();
        if (spans.size() > MOST) {
            throw new IllegalArgumentException("more than " + MOST + " spans");
        }
        for (int i = 1; i < spans.size(); i++) {
            Span before = spans.get(i - 1);
            if (before.day() == spans.get(i).day()
                    && before.closes().isAfter(spans.get(i).opens())) {
                throw new IllegalArgumentException("two spans overlap");
            }
        }
    }

    /** The same hours on each of these days. */
    public static OpeningHours on(List<DayOfWeek> days, LocalTime opens, LocalTime closes) {
        return new OpeningHours(
                days.stream().map(day -> new Span(day, opens, closes)).toList());
    }

    /** Whether it is open at this local time. */
    public boolean openAt(LocalDateTime when) {
        LocalTime time = when.toLocalTime();
        return of(when.getDayOfWeek()).stream()
                .anyMatch(span -> !time.isBefore(span.opens()) && time.isBefore(span.closes()));
    }

    /** The spans of one day, none when closed. */
    public List<Span> of(DayOfWeek day) {
        return spans.stream().filter(span -> span.day() == day).toList();
    }

    /** Whether anything is known. */
    public boolean known() {
        return !spans.isEmpty();
    }
}

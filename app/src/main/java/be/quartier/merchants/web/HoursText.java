package be.quartier.merchants.web;

import be.quartier.merchants.OpeningHours;
import be.quartier.merchants.OpeningHours.Span;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Opening hours of one day as people type them: {@code 9-12, 13:30-18}, empty when closed. */
public final class HoursText {

    private static final Pattern SPAN =
            Pattern.compile("(\\d{1,2})(?:[:hu.](\\d{2})?)?\\s*[-–]\\s*(\\d{1,2})(?:[:hu.](\\d{2})?)?");

    private HoursText() {}

    /** The spans of a day, or nothing when the text is not hours. */
    static Optional<List<Span>> parse(DayOfWeek day, String typed) {
        List<Span> spans = new ArrayList<>();
        if (typed.isBlank()) {
            return Optional.of(spans);
        }
        try {
            for (String part : typed.split("[,;+&]", -1)) {
                Matcher match = SPAN.matcher(part.strip());
                if (!match.matches()) {
                    return Optional.empty();
                }
                spans.add(new Span(day, time(match, 1), time(match, 3)));
            }
            return Optional.of(new OpeningHours(spans).spans());
        } catch (DateTimeException | IllegalArgumentException impossible) {
            return Optional.empty();
        }
    }

    /** A day as it is shown: {@code 09:00–12:00, 13:30–18:00}, empty when closed. */
    public static String of(OpeningHours hours, DayOfWeek day) {
        return hours.of(day).stream()
                .map(span -> span.opens() + "–" + span.closes())
                .collect(Collectors.joining(", "));
    }

    private static LocalTime time(Matcher match, int group) {
        int hour = Integer.parseInt(match.group(group));
        String minutes = match.group(group + 1);
        int minute = minutes == null ? 0 : Integer.parseInt(minutes);
        return hour == 24 && minute == 0 ? LocalTime.of(23, 59) : LocalTime.of(hour, minute);
    }
}

package be.quartier.demo.fill;

import be.quartier.merchants.OpeningHours;
import be.quartier.merchants.OpeningHours.Span;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/** Reads opening hours as the shops' file writes them: {@code Tu-Fr 09:00-12:30, Tu-Sa 13:30-18:00}. */
final class HoursText {

    private static final List<String> DAYS = List.of("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su");

    private HoursText() {}

    static OpeningHours read(String text) {
        List<Span> spans = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            String[] words = part.strip().split(" ", -1);
            String[] days = words[0].split("-", -1);
            String[] times = words[1].split("-", -1);
            int last = DAYS.indexOf(days[days.length - 1]);
            for (int day = DAYS.indexOf(days[0]); day <= last; day++) {
                spans.add(new Span(DayOfWeek.of(day + 1), LocalTime.parse(times[0]), LocalTime.parse(times[1])));
            }
        }
        return new OpeningHours(spans);
    }
}

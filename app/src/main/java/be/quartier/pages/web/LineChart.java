package be.quartier.pages.web;

import be.quartier.pages.Bar;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The two paths of a line chart on a field of 600 × 200, the value zero at the bottom.
 *
 * @param line the line itself
 * @param area what lies under it
 */
public record LineChart(String line, String area) {

    private static final int WIDTH = 600;
    private static final int HEIGHT = 200;
    private static final int TOP = 8;

    /** The paths through these points, at equal distances. */
    public static LineChart of(List<Bar> points) {
        if (points.isEmpty()) {
            return new LineChart("", "");
        }
        long highest = Math.max(1, points.stream().mapToLong(Bar::value).max().orElse(1));
        double step = points.size() == 1 ? 0 : (double) WIDTH / (points.size() - 1);
        String line = IntStream.range(0, points.size())
                .mapToObj(i -> point(i * step, points.get(i).value(), highest))
                .collect(Collectors.joining("L", "M", points.size() == 1 ? "H" + WIDTH : ""));
        return new LineChart(line, line + "V" + HEIGHT + "H0Z");
    }

    private static String point(double x, long value, long highest) {
        double y = HEIGHT - (double) (HEIGHT - TOP) * value / highest;
        return String.format(Locale.ROOT, "%.1f %.1f", x, y);
    }
}

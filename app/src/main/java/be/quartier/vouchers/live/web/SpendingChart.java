package be.quartier.vouchers.live.web;

import be.quartier.commune.Brussels;
import be.quartier.vouchers.campaigns.Campaign;
import be.quartier.vouchers.live.CellKey;
import be.quartier.vouchers.live.Dimension;
import be.quartier.vouchers.live.Forecast;
import be.quartier.vouchers.live.LiveView;
import be.quartier.vouchers.live.LiveView.LiveCell;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What was spent since the first day, what is expected until the last one, and the budget, on a field of 600 × 200.
 *
 * <p>It says no more than the tables: a point stands at the end of each week up to the first hidden one, and then at today's
 * total, so that nothing can be read between two points that is not shown as a figure.
 *
 * @param line what was spent, as a path
 * @param area what lies under it
 * @param ahead what is expected from today on; empty when it is over
 * @param band between the low and the high end of the forecast; empty when it is over
 * @param budget the budget's line
 * @param weeks the same in figures, oldest first
 */
public record SpendingChart(String line, String area, String ahead, String band, String budget, List<Week> weeks) {

    /** Width of the field. */
    public static final int WIDTH = 600;

    /** Height of the field. */
    public static final int HEIGHT = 200;

    private static final int TOP = 8;

    /**
     * One week.
     *
     * @param cell its figures; shown only when {@link #shown}
     * @param untilCents spent from the first day to the end of this week; empty from the first hidden week on
     */
    public record Week(LiveCell cell, boolean shown, Optional<Long> untilCents) {}

    private record Point(LocalDate day, long cents) {}

    /** Copies the weeks. */
    public SpendingChart {
        weeks = List.copyOf(weeks);
    }

    /** The chart of a campaign's figures. */
    static SpendingChart of(Campaign campaign, LiveView live) {
        LocalDate today = Brussels.dateOf(live.at());
        LocalDate last = campaign.progress().lastDay();
        LocalDate end = today.isAfter(last) ? last : today;
        List<Week> weeks = weeks(live);
        LocalDate first = weeks.stream()
                .map(week -> monday(week.cell()))
                .reduce(campaign.terms().calendar().validFrom(), (one, other) -> one.isBefore(other) ? one : other);
        var points = new ArrayList<Point>(List.of(new Point(first, 0)));
        for (Week week : weeks) {
            LocalDate sunday = monday(week.cell()).with(DayOfWeek.SUNDAY);
            if (week.untilCents().isPresent() && sunday.isBefore(end)) {
                points.add(new Point(sunday, week.untilCents().get()));
            }
        }
        Point now = new Point(end, live.totals().spentCents());
        points.add(now);
        return new Field(first, last, live).drawn(points, now, weeks);
    }

    private static List<Week> weeks(LiveView live) {
        var weeks = new ArrayList<Week>();
        long sum = 0;
        boolean told = true;
        for (LiveCell cell : live.by(Dimension.TIME)) {
            if (!cell.key().isWithin(Dimension.TIME.place())) {
                boolean shown = live.shown(cell.key());
                told &= shown;
                sum = told ? Math.addExact(sum, cell.spentCents()) : sum;
                weeks.add(new Week(cell, shown, told ? Optional.of(sum) : Optional.empty()));
            }
        }
        return weeks;
    }

    private static LocalDate monday(LiveCell cell) {
        CellKey key = cell.key();
        String[] parts = key.at().get(Dimension.TIME.place()).split("-W", 2);
        return LocalDate.of(Integer.parseInt(parts[0]), 1, 4)
                .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, Integer.parseInt(parts[1]))
                .with(DayOfWeek.MONDAY);
    }

    /** The scale of days and cents. */
    private record Field(LocalDate first, LocalDate last, LiveView live) {

        SpendingChart drawn(List<Point> points, Point now, List<Week> weeks) {
            Forecast forecast = live.forecast();
            String line = points.stream().map(this::at).collect(Collectors.joining("L", "M", ""));
            String area = line + "V" + HEIGHT + "H" + x(first) + "Z";
            boolean over =
                    forecast.basis() == Forecast.Basis.FINAL || !now.day().isBefore(last);
            String from = "M" + at(now) + "L";
            return new SpendingChart(
                    line,
                    area,
                    over || forecast.basis() == Forecast.Basis.TOO_EARLY
                            ? ""
                            : from + at(new Point(last, forecast.expectedCents())),
                    over
                            ? ""
                            : from + at(new Point(last, forecast.highCents())) + "L"
                                    + at(new Point(last, forecast.lowCents())) + "Z",
                    "M0 " + y(live.totals().budgetCents()) + "H" + WIDTH,
                    weeks);
        }

        private String at(Point point) {
            return x(point.day()) + " " + y(point.cents());
        }

        private String x(LocalDate day) {
            long days = Math.max(1, ChronoUnit.DAYS.between(first, last));
            return written((double) WIDTH * ChronoUnit.DAYS.between(first, day) / days);
        }

        private String y(long cents) {
            long highest = Math.max(
                    1,
                    Math.max(
                            live.totals().budgetCents(),
                            Math.max(live.totals().spentCents(), live.forecast().highCents())));
            return written(HEIGHT - (double) (HEIGHT - TOP) * Math.max(0, cents) / highest);
        }

        private static String written(double value) {
            return String.format(Locale.ROOT, "%.1f", value);
        }
    }
}

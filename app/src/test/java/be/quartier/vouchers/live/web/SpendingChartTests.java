package be.quartier.vouchers.live.web;

import static org.assertj.core.api.Assertions.assertThat;

import be.quartier.commune.Commune;
import be.quartier.commune.Tenancy;
import be.quartier.testing.QuartierTest;
import be.quartier.testing.TestCommunes;
import be.quartier.vouchers.campaigns.Campaign;
import be.quartier.vouchers.campaigns.Campaigns;
import be.quartier.vouchers.campaigns.OpenedCampaigns;
import be.quartier.vouchers.live.CellKey;
import be.quartier.vouchers.live.Forecast;
import be.quartier.vouchers.live.LiveTotals;
import be.quartier.vouchers.live.LiveView;
import be.quartier.vouchers.live.LiveView.LiveCell;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The line of what was spent, drawn from the figures that are shown. */
@QuartierTest
class SpendingChartTests {

    @Autowired
    private TestCommunes communes;

    @Autowired
    private OpenedCampaigns opened;

    @Autowired
    private Campaigns campaigns;

    @Test
    void aPointStandsAtEachWeekUpToTheFirstHiddenOneAndAtToday() {
        Campaign campaign = campaign();
        LocalDate first = campaign.terms().calendar().validFrom();
        var chart = SpendingChart.of(campaign, view(campaign, Set.of(), first.plusWeeks(5)));
        assertThat(points(chart.line())).isEqualTo(1 + 4 + 1);
        assertThat(chart.weeks()).extracting(SpendingChart.Week::untilCents).allMatch(Optional::isPresent);
        assertThat(chart.weeks().getLast().untilCents()).contains(4 * 100_00L);
        var hidden = SpendingChart.of(campaign, view(campaign, Set.of(week(first, 1)), first.plusWeeks(5)));
        assertThat(points(hidden.line())).as("the start, one week, today").isEqualTo(3);
        assertThat(hidden.weeks().stream().skip(1))
                .as("after a hidden week no sum may tell it")
                .allMatch(week -> week.untilCents().isEmpty());
        assertThat(hidden.weeks().get(2).shown()).as("its own figure is shown").isTrue();
    }

    @Test
    void everythingLiesOnTheFieldAndAfterTheLastDayNothingIsExpected() {
        Campaign campaign = campaign();
        LocalDate first = campaign.terms().calendar().validFrom();
        var chart = SpendingChart.of(campaign, view(campaign, Set.of(), first.plusWeeks(5)));
        for (String path : List.of(chart.line(), chart.area(), chart.ahead(), chart.band(), chart.budget())) {
            assertThat(path).startsWith("M");
            Pattern.compile("[-0-9.]+").matcher(path).results().forEach(number -> {
                assertThat(Double.parseDouble(number.group())).isBetween(0.0, (double) SpendingChart.WIDTH);
            });
        }
        var over = SpendingChart.of(
                campaign, view(campaign, Set.of(), campaign.progress().lastDay().plusDays(3)));
        assertThat(over.ahead()).isEmpty();
        assertThat(over.band()).isEmpty();
    }

    private Campaign campaign() {
        Commune commune = communes.fresh();
        return Tenancy.in(
                commune.id(), () -> campaigns.find(opened.open(1_000_00)).orElseThrow());
    }

    /** Four weeks of a hundred euro each, seen on a day. */
    private static LiveView view(Campaign campaign, Set<CellKey> hidden, LocalDate today) {
        Map<CellKey, LiveCell> cells = new HashMap<>();
        var byDay = new TreeMap<LocalDate, Long>();
        for (int number = 0; number < 4; number++) {
            var key = week(campaign.terms().calendar().validFrom(), number);
            cells.put(key, new LiveCell(key, 100_00, 10, 10, 0, 0));
            byDay.put(campaign.terms().calendar().validFrom().plusWeeks(number), 100_00L);
        }
        return new LiveView(
                today.atTime(12, 0).toInstant(ZoneOffset.UTC),
                today.atTime(11, 0).toInstant(ZoneOffset.UTC),
                new LiveTotals(1_000_00, 900_00, 400_00, 0, 9, 9, 40),
                cells,
                hidden,
                Set.of(),
                byDay,
                Forecast.on(today, byDay, campaign.progress().lastDay(), 900_00));
    }

    private static CellKey week(LocalDate first, int number) {
        return CellKey.of(
                "",
                "",
                "",
                "%04d-W%02d"
                        .formatted(
                                first.plusWeeks(number).get(IsoFields.WEEK_BASED_YEAR),
                                first.plusWeeks(number).get(IsoFields.WEEK_OF_WEEK_BASED_YEAR)));
    }

    private static long points(String path) {
        return path.chars().filter(at -> at == 'M' || at == 'L').count();
    }
}

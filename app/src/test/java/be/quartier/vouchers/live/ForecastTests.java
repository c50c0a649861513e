package be.quartier.vouchers.live;

import static org.assertj.core.api.Assertions.assertThat;

import be.quartier.vouchers.live.Forecast.Basis;
import java.time.LocalDate;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The expected end of a campaign. */
class ForecastTests {

    private static final LocalDate START = LocalDate.of(2026, 9, 1);
    private static final LocalDate END = LocalDate.of(2026, 12, 31);

    @Test
    void aSteadyPaceGoesOn() {
        var byDay = new TreeMap<LocalDate, Long>();
        for (int day = 0; day < 28; day++) {
            byDay.put(START.plusDays(day), 1_000L);
        }
        var forecast = Forecast.on(START.plusDays(27), byDay, START.plusDays(41), 1_000_000);
        assertThat(forecast.basis()).isEqualTo(Basis.PACE);
        assertThat(forecast.expectedCents()).isEqualTo(42_000);
        assertThat(forecast.lowCents()).isEqualTo(28_000 + 3_500 + 1_750);
        assertThat(forecast.highCents()).isEqualTo(42_000);
    }

    @Test
    void aFallingPaceKeepsFalling() {
        var byDay = new TreeMap<LocalDate, Long>();
        for (int day = 0; day < 7; day++) {
            byDay.put(START.plusDays(day), 1_000L);
            byDay.put(START.plusDays(7 + day), 800L);
        }
        var forecast = Forecast.on(START.plusDays(13), byDay, START.plusDays(27), 1_000_000);
        assertThat(forecast.expectedCents()).isEqualTo(12_600 + 4_480 + 3_584);
        assertThat(forecast.highCents()).isEqualTo(12_600 + 14_000);
    }

    @Test
    void inTheFirstWeekNothingIsForetold() {
        var byDay = new TreeMap<LocalDate, Long>();
        byDay.put(START, 16_600_000L);
        var forecast = Forecast.on(START.plusDays(3), byDay, END, 55_000_000);
        assertThat(forecast.basis()).isEqualTo(Basis.TOO_EARLY);
        assertThat(forecast.highCents()).isEqualTo(55_000_000);
    }

    @Test
    void afterTheLastDayItIsWhatWasSpent() {
        var byDay = new TreeMap<LocalDate, Long>();
        byDay.put(START, 500L);
        var forecast = Forecast.on(END.plusDays(4), byDay, END, 55_000_000);
        assertThat(forecast.basis()).isEqualTo(Basis.FINAL);
        assertThat(forecast.expectedCents()).isEqualTo(500);
    }

    @Test
    void theBandHoldsTheExpectationAndNothingExceedsWhatWasIssued() {
        for (long seed = 1; seed <= 2_000; seed++) {
            var random = new Random(seed);
            var byDay = new TreeMap<LocalDate, Long>();
            long issued = 1_000_000;
            long spent = 0;
            int days = random.nextInt(100);
            for (int day = 0; day < days; day++) {
                long cents = random.nextLong(20_000) - 1_000;
                if (random.nextInt(4) > 0 && spent + cents <= issued && spent + cents >= 0) {
                    byDay.put(START.plusDays(day), cents);
                    spent += cents;
                }
            }
            var forecast = Forecast.on(START.plusDays(days), byDay, END, issued);
            assertThat(forecast.lowCents()).as("seed %d", seed).isBetween(spent, forecast.expectedCents());
            assertThat(forecast.highCents()).as("seed %d", seed).isBetween(forecast.expectedCents(), issued);
        }
    }
}

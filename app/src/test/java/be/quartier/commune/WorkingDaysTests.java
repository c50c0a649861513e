package be.quartier.commune;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The Belgian calendar of working days. */
class WorkingDaysTests {

    @Test
    void theTenPublicHolidaysOf2026AreNoWorkingDays() {
        List<MonthDay> off = LocalDate.of(2026, 1, 1)
                .datesUntil(LocalDate.of(2027, 1, 1))
                .filter(day -> day.getDayOfWeek().getValue() < 6 && !WorkingDays.isOne(day))
                .map(MonthDay::from)
                .toList();
        // 15 August is a Saturday and 1 November a Sunday in 2026.
        assertThat(off)
                .containsExactly(
                        MonthDay.of(1, 1),
                        MonthDay.of(4, 6),
                        MonthDay.of(5, 1),
                        MonthDay.of(5, 14),
                        MonthDay.of(5, 25),
                        MonthDay.of(7, 21),
                        MonthDay.of(11, 11),
                        MonthDay.of(12, 25));
        assertThat(WorkingDays.isOne(LocalDate.of(2026, 8, 15))).isFalse();
        assertThat(WorkingDays.isOne(LocalDate.of(2026, 11, 1))).isFalse();
    }

    @Test
    void oneWorkingDayGoesOverWeekendsAndHolidays() {
        assertThat(WorkingDays.after(LocalDate.of(2026, 11, 23))).isEqualTo("2026-11-24");
        assertThat(WorkingDays.after(LocalDate.of(2026, 11, 20))).isEqualTo("2026-11-23");
        assertThat(WorkingDays.after(LocalDate.of(2026, 11, 21))).isEqualTo("2026-11-23");
        assertThat(WorkingDays.after(LocalDate.of(2026, 12, 24))).isEqualTo("2026-12-28");
        assertThat(WorkingDays.after(LocalDate.of(2026, 4, 3))).isEqualTo("2026-04-07");
    }

    @Test
    void theLastWorkingDayGoesBackOverWeekendsAndHolidays() {
        assertThat(WorkingDays.before(LocalDate.of(2026, 11, 24))).isEqualTo("2026-11-23");
        assertThat(WorkingDays.before(LocalDate.of(2026, 11, 23))).isEqualTo("2026-11-20");
        assertThat(WorkingDays.before(LocalDate.of(2026, 12, 28))).isEqualTo("2026-12-24");
        assertThat(WorkingDays.before(LocalDate.of(2026, 4, 7))).isEqualTo("2026-04-03");
    }
}

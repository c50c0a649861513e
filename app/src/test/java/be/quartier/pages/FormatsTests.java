package be.quartier.pages;

import static org.assertj.core.api.Assertions.assertThat;

import be.quartier.commune.Language;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatsTests {

    @ParameterizedTest
    @CsvSource({
        "FR,1250,'12,50\u00a0€'",
        "NL,1250,'€\u00a012,50'",
        "DE,1250,'12,50\u00a0€'",
        "EN,1250,€12.50",
        "FR,5,'0,05\u00a0€'",
        "FR,-5,'\u22120,05\u00a0€'",
        "FR,123456789,'1\u00a0234\u00a0567,89\u00a0€'",
        "NL,123456,'€\u00a01.234,56'",
        "DE,123456,'1.234,56\u00a0€'",
        "EN,123456,'€1,234.56'"
    })
    void anAmountIsWrittenAsEachLanguageWritesIt(Language language, long cents, String expected) {
        assertThat(Formats.of(language).euros(cents)).isEqualTo(expected);
    }

    @Test
    void yearsAreNotGroupedAndLargeNumbersAre() {
        assertThat(Formats.of(Language.FR).number(999)).isEqualTo("999");
        assertThat(Formats.of(Language.FR).number(3_029)).isEqualTo("3\u00a0029");
        assertThat(Formats.of(Language.NL).number(3_029)).isEqualTo("3.029");
        assertThat(Formats.of(Language.DE).number(3_029)).isEqualTo("3.029");
        assertThat(Formats.of(Language.EN).number(3_029)).isEqualTo("3,029");
        assertThat(Formats.of(Language.NL).number(-3_029)).isEqualTo("\u22123.029");
        assertThat(Formats.of(Language.FR).number(55_000)).isEqualTo("55\u00a0000");
    }

    @ParameterizedTest
    @CsvSource({"1,3,'33\u00a0%'", "2,3,'67\u00a0%'", "1,200,'1\u00a0%'", "0,0,–"})
    void aShareIsRoundedHalfUp(long part, long whole, String expected) {
        assertThat(Formats.of(Language.FR).percent(part, whole)).isEqualTo(expected);
    }

    @Test
    void daysAndHoursAreThoseOfBrussels() {
        Instant lateInUtc = Instant.parse("2026-06-30T22:30:00Z");
        assertThat(Formats.of(Language.FR).dateTime(lateInUtc)).isEqualTo("1er\u00a0juillet 2026, 00:30");
        assertThat(Formats.of(Language.DE).dateTime(lateInUtc)).isEqualTo("1.\u00a0Juli 2026, 00:30");
        assertThat(Formats.of(Language.NL).longDate(LocalDate.of(2026, 11, 23)))
                .isEqualTo("maandag 23\u00a0november 2026");
        assertThat(Formats.of(Language.DE).shortDate(LocalDate.of(2026, 11, 3))).isEqualTo("03.11.2026");
    }
}

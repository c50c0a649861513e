package be.quartier.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import be.quartier.commune.Language;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextPatternTests {

    @Test
    void anApostropheIsAlwaysAnApostrophe() {
        assertThat(TextPattern.fill("L'école de {0} s'ouvre", Language.FR, "Val"))
                .isEqualTo("L'école de Val s'ouvre");
    }

    @ParameterizedTest
    @CsvSource({"0,aucun bon", "1,un bon", "2,2 bons d'achat", "12000,12\u00a0000 bons d'achat"})
    void aChoiceFindsThePlural(int number, String expected) {
        String pattern = "{0,choice,0#aucun bon|1#un bon|1<{0} bons d'achat}";
        assertThat(TextPattern.fill(pattern, Language.FR, number)).isEqualTo(expected);
    }

    @Test
    void daysAreWrittenInWords() {
        assertThat(TextPattern.fill("jusqu'au {0}", Language.FR, LocalDate.of(2026, 12, 1)))
                .isEqualTo("jusqu'au 1er\u00a0décembre 2026");
    }

    @Test
    void aPlaceWithoutArgumentAndAnOpenBraceAreMistakes() {
        assertThatIllegalArgumentException().isThrownBy(() -> TextPattern.fill("{1}", Language.FR, "a"));
        assertThatIllegalArgumentException().isThrownBy(() -> TextPattern.fill("{0", Language.FR, "a"));
    }
}

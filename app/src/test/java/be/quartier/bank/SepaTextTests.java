package be.quartier.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SepaTextTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "Boulangerie Noël|Boulangerie Noel",
                "L’Épicerie d’à côté|L'Epicerie d'a cote",
                "Cœur & Bœuf|Coeur + Boeuf",
                "Ça|Ca",
                "Straße|Strasse",
                "ŒUVRE|OEUVRE",
                "Łódź|Lodz",
                "Ærø|AEro",
                "Þór|THor",
                "a_b – c|a-b - c",
                "10 €|10 EUR",
                "Καφές|Kafes",
                "Хлеб|Hleb",
                "Щука|Shtuka",
                "a//b///c|a/b/c",
                "/a/|a",
                "a  b|a b",
                "「商店」 x|.... x",
                "Garage [Sud]|Garage (Sud)",
                "100%|100.",
                "n° 5|n. 5",
                "ﬁlet|filet"
            })
    void namesBecomePlainAsTheBankWouldWriteThem(String name, String plain) {
        assertThat(SepaText.of(name, 70)).isEqualTo(plain);
    }

    @Test
    void accentsTypedApartAreTheSameAsTogether() {
        assertThat(SepaText.of("Noe\u0308l", 70)).isEqualTo("Noel");
    }

    @Test
    void theCutNeverLeavesASlashOrBlankAtTheEnd() {
        assertThat(SepaText.of("abc/def", 4)).isEqualTo("abc");
        assertThat(SepaText.of("abc def", 4)).isEqualTo("abc");
    }

    @Test
    void anyTextAtAllBecomesPlainAndStaysWhatItIsTheSecondTime() {
        long seed = 217;
        var random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            var text = new StringBuilder();
            random.ints(random.nextInt(60), 0, 0x2_0000).forEach(text::appendCodePoint);
            String plain = SepaText.of(text.toString(), 35);
            assertThat(SepaText.isPlain(plain)).as("seed %d: %s", seed, plain).isTrue();
            assertThat(plain).hasSizeLessThanOrEqualTo(35).isEqualTo(SepaText.of(plain, 35));
            assertThat(plain.isEmpty() || SepaText.isReference(plain))
                    .as("seed %d: '%s'", seed, plain)
                    .isTrue();
        }
    }
}

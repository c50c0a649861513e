package be.quartier.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BceTests {

    @ParameterizedTest
    @CsvSource({
        "0403.019.261,0403019261",
        "BE 0403 019 261,0403019261",
        "be0403019261,0403019261",
        "403019261,0403019261",
        "0428.759.497,0428759497",
        "0207.437.468,0207437468"
    })
    void anEnterpriseNumberIsReadHoweverItIsTyped(String typed, String digits) {
        assertThat(Bce.parse(typed)).isEqualTo(new Parsed.Valid<>(new Bce(digits)));
    }

    @ParameterizedTest
    @CsvSource({
        "'',BCE_EMPTY",
        "0431.150.351,BCE_CHECK",
        "9403.019.261,BCE_SHAPE",
        "12345,BCE_SHAPE",
        "FR0403019261,BCE_SHAPE",
        "2.000.000.339,BCE_IS_ESTABLISHMENT",
        "00403.019.261,BCE_SHAPE"
    })
    void aWrongEnterpriseNumberIsRefusedWithItsReason(String typed, Flaw flaw) {
        assertThat(Bce.parse(typed)).isEqualTo(new Parsed.Invalid<>(flaw));
    }

    @Test
    void theVatIdentifierIsBeAndTheNumber() {
        var bce = new Bce("0403019261");
        assertThat(bce.vat()).isEqualTo("BE0403019261");
        assertThat(bce.formatted()).isEqualTo("0403.019.261");
    }

    @Test
    void everySingleWrongDigitAndSwapOfNeighboursIsCaught() {
        long seed = 403;
        var random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            int eight = random.nextInt(0, 20_000_000);
            String digits = String.format(Locale.ROOT, "%08d%02d", eight, 97 - eight % 97);
            assertThat(Bce.parse(digits).found())
                    .as("seed %d: %s", seed, digits)
                    .isPresent();
            for (String wrong : TypingErrors.all(digits)) {
                assertThat(Bce.parse(wrong).found())
                        .as("seed %d: %s for %s", seed, wrong, digits)
                        .isEmpty();
            }
        }
    }

    @Test
    void anEstablishmentNumberStartsWithTwoToEight() {
        assertThat(EstablishmentNumber.parse("2.000.000.339").orThrow().formatted())
                .isEqualTo("2.000.000.339");
        assertThat(EstablishmentNumber.parse("2.000.000.338"))
                .isEqualTo(new Parsed.Invalid<>(Flaw.ESTABLISHMENT_CHECK));
        assertThat(EstablishmentNumber.parse("0403.019.261")).isEqualTo(new Parsed.Invalid<>(Flaw.ESTABLISHMENT_SHAPE));
        assertThatThrownBy(() -> new EstablishmentNumber("0403019261")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Bce("2000000339")).isInstanceOf(IllegalArgumentException.class);
    }
}

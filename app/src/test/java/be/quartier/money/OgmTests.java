package be.quartier.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OgmTests {

    @ParameterizedTest
    @ValueSource(strings = {"+++010/8068/17183+++", "***010/8068/17183***", "010806817183", " 010 8068 17183 "})
    void aCommunicationIsReadHoweverItIsTyped(String typed) {
        assertThat(Ogm.parse(typed).orThrow().formatted()).isEqualTo("+++010/8068/17183+++");
    }

    @Test
    void theSecondVectorPassesToo() {
        assertThat(Ogm.parse("+++090/9337/55493+++").orThrow().digits()).isEqualTo("090933755493");
        assertThat(Ogm.of(909_337_554)).isEqualTo(new Ogm("090933755493"));
    }

    @Test
    void aRestOfZeroIsWrittenAsNinetySeven() {
        assertThat(Ogm.of(97).digits()).isEqualTo("000000009797");
        assertThat(Ogm.of(0).digits()).isEqualTo("000000000097");
        assertThat(Ogm.parse("000000009700")).isEqualTo(new Parsed.Invalid<>(Flaw.OGM_CHECK));
    }

    @ParameterizedTest
    @CsvSource({
        "'',OGM_LENGTH",
        "12345,OGM_LENGTH",
        "0108068171834,OGM_LENGTH",
        "010806817184,OGM_CHECK",
        "01080681718x,OGM_LENGTH"
    })
    void aWrongCommunicationIsRefusedWithItsReason(String typed, Flaw flaw) {
        assertThat(Ogm.parse(typed)).isEqualTo(new Parsed.Invalid<>(flaw));
    }

    @Test
    void everySingleWrongDigitAndSwapOfNeighboursIsCaught() {
        long seed = 4;
        var random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            var ogm = Ogm.of(random.nextLong(0, 10_000_000_000L));
            for (String wrong : TypingErrors.all(ogm.digits())) {
                assertThat(Ogm.parse(wrong).found())
                        .as("seed %d: %s for %s", seed, wrong, ogm)
                        .isEmpty();
            }
        }
    }

    @Test
    void aNumberOfMoreThanTenDigitsHasNoCommunication() {
        assertThatThrownBy(() -> Ogm.of(10_000_000_000L)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Ogm.of(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Ogm("010806817184")).isInstanceOf(IllegalArgumentException.class);
    }
}

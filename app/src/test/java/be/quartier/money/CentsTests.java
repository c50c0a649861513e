package be.quartier.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CentsTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12,50|1250",
                "12.50|1250",
                "12|1200",
                "12,5|1250",
                "0|0",
                "0,01|1",
                "007,10|710",
                "€ 12,50|1250",
                "12,50 €|1250",
                "12,50 EUR|1250",
                "1 250,00|125000",
                "1.250,00|125000",
                "1,250.00|125000",
                "1 250|125000",
                "1.234.567,89|123456789",
                "999999999,99|99999999999"
            })
    void anAmountIsReadAsPeopleTypeIt(String typed, long cents) {
        assertThat(Cents.parse(typed)).isEqualTo(new Parsed.Valid<>(Cents.of(cents)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|CENTS_EMPTY",
                "'  '|CENTS_EMPTY",
                "€|CENTS_EMPTY",
                "douze|CENTS_UNREADABLE",
                "12,505|CENTS_AMBIGUOUS",
                "1.250|CENTS_AMBIGUOUS",
                "1,250|CENTS_AMBIGUOUS",
                "1.2.3|CENTS_UNREADABLE",
                "12,|CENTS_UNREADABLE",
                ",50|CENTS_UNREADABLE",
                "1e3|CENTS_UNREADABLE",
                "12 50|CENTS_UNREADABLE",
                "12.5000|CENTS_UNREADABLE",
                "-1|CENTS_NEGATIVE",
                "−3,00|CENTS_NEGATIVE",
                "1000000000|CENTS_TOO_LARGE",
                "99999999999999999999|CENTS_TOO_LARGE",
                "1.25,00|CENTS_UNREADABLE",
                "1 25,00|CENTS_UNREADABLE",
                "+5|CENTS_UNREADABLE",
                "١٢|CENTS_UNREADABLE"
            })
    void whatIsNoAmountIsRefusedWithItsReason(String typed, Flaw flaw) {
        assertThat(Cents.parse(typed)).isEqualTo(new Parsed.Invalid<>(flaw));
    }

    @Test
    void blanksThatPhonesTypeBetweenThousandsAreUnderstood() {
        for (String blank : List.of("\u00a0", "\u202f", "\u2009")) {
            assertThat(Cents.parse("1" + blank + "250,00" + blank + "€"))
                    .isEqualTo(new Parsed.Valid<>(Cents.of(125_000)));
        }
    }

    @Test
    void whatIsPrintedPlainIsReadBackExactly() {
        long seed = 20261123;
        var random = new Random(seed);
        for (int i = 0; i < 100_000; i++) {
            var cents = Cents.of(random.nextLong(0, Cents.LARGEST_PARSED.value() + 1));
            assertThat(Cents.parse(cents.plain()).orThrow()).as("seed %d", seed).isEqualTo(cents);
        }
    }

    @Test
    void arithmeticAgreesWithArbitraryPrecisionOrThrows() {
        long seed = 11;
        var random = new Random(seed);
        for (int i = 0; i < 100_000; i++) {
            long a = random.nextLong() >> random.nextInt(40);
            long b = random.nextLong() >> random.nextInt(40);
            var sum = BigInteger.valueOf(a).add(BigInteger.valueOf(b));
            if (sum.bitLength() < 64) {
                assertThat(Cents.of(a).plus(Cents.of(b)).value())
                        .as("seed %d", seed)
                        .isEqualTo(sum.longValueExact());
            } else {
                assertThatThrownBy(() -> Cents.of(a).plus(Cents.of(b))).isInstanceOf(ArithmeticException.class);
            }
        }
    }

    @Test
    void overflowIsAnErrorAndNeverAnAmount() {
        var most = Cents.of(Long.MAX_VALUE);
        assertThatThrownBy(() -> most.plus(Cents.of(1))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Cents.of(Long.MIN_VALUE).minus(Cents.of(1))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Cents.of(Long.MIN_VALUE).negated()).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> most.times(2)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Cents.ofEuros(Long.MAX_VALUE)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Cents.sum(List.of(most, most))).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void plainTextHasAPointAndTwoDecimalsAlways() {
        assertThat(Cents.of(1250).plain()).isEqualTo("12.50");
        assertThat(Cents.of(5).plain()).isEqualTo("0.05");
        assertThat(Cents.of(-5).plain()).isEqualTo("-0.05");
        assertThat(Cents.of(Long.MIN_VALUE).plain()).isEqualTo("-92233720368547758.08");
        assertThat(Cents.of(1250)).hasToString("EUR 12.50");
    }
}

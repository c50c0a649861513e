package be.quartier.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IbanTests {

    @ParameterizedTest
    @ValueSource(
            strings = {"BE68 5390 0754 7034", "be68539007547034", "BE68-5390-0754-7034", "IBAN: BE68 5390 0754 7034"})
    void aBelgianAccountIsReadHoweverItIsTyped(String typed) {
        var iban = Iban.parse(typed).orThrow();
        assertThat(iban.value()).isEqualTo("BE68539007547034");
        assertThat(iban.formatted()).isEqualTo("BE68 5390 0754 7034");
        assertThat(iban.country()).isEqualTo("BE");
    }

    @ParameterizedTest
    @CsvSource({
        "'',IBAN_EMPTY",
        "hello,IBAN_UNREADABLE",
        "BE6853900754703X,IBAN_UNREADABLE",
        "BE68539007547,IBAN_LENGTH",
        "BE685390075470344,IBAN_LENGTH",
        "BE68539007547035,IBAN_CHECK",
        "BE74 9990 0000 0303,IBAN_NATIONAL_CHECK",
        "TR330006100519786457841326,IBAN_NOT_SEPA",
        "XX0012345,IBAN_NOT_SEPA",
        "US12345678,IBAN_NOT_SEPA"
    })
    void aWrongAccountIsRefusedWithItsReason(String typed, Flaw flaw) {
        assertThat(Iban.parse(typed)).isEqualTo(new Parsed.Invalid<>(flaw));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AD1200012030200359100100",
                "AL47212110090000000235698741",
                "AT611904300234573201",
                "BG80BNBG96611020345678",
                "CH9300762011623852957",
                "CY17002001280000001200527600",
                "CZ6508000000192000145399",
                "DE89370400440532013000",
                "DK5000400440116243",
                "EE382200221020145685",
                "ES9121000418450200051332",
                "FI2112345600000785",
                "FR1420041010050500013M02606",
                "GB29NWBK60161331926819",
                "GI75NWBK000000007099453",
                "GR1601101250000000012300695",
                "HR1210010051863000160",
                "HU42117730161111101800000000",
                "IE29AIBK93115212345678",
                "IS140159260076545510730339",
                "IT60X0542811101000000123456",
                "LI21088100002324013AA",
                "LT121000011101001000",
                "LU280019400644750000",
                "LV80BANK0000435195001",
                "MC5811222000010123456789030",
                "MD24AG000225100013104168",
                "ME25505000012345678951",
                "MK07250120000058984",
                "MT84MALT011000012345MTLCAST001S",
                "NL91ABNA0417164300",
                "NL20INGB0001234567",
                "NO9386011117947",
                "PL61109010140000071219812874",
                "PT50000201231234567890154",
                "RO49AAAA1B31007593840000",
                "RS35260005601001611379",
                "SE4550000000058398257466",
                "SI56263300012039086",
                "SK3112000000198742637541",
                "SM86U0322509800000000270100",
                "VA59001123000012345678"
            })
    void theRegistrysOwnExampleOfEverySepaCountryPasses(String iban) {
        assertThat(Iban.parse(iban)).isEqualTo(new Parsed.Valid<>(new Iban(iban)));
    }

    @Test
    void everySingleWrongDigitAndSwapOfNeighboursInABelgianAccountIsCaught() {
        long seed = 97;
        var random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            String iban = belgian(random.nextLong(0, 10_000_000_000L));
            assertThat(Iban.parse(iban).found()).as("seed %d: %s", seed, iban).isPresent();
            for (String wrong : TypingErrors.all(iban)) {
                assertThat(Iban.parse(wrong).found())
                        .as("seed %d: %s for %s", seed, wrong, iban)
                        .isEmpty();
            }
        }
    }

    @Test
    void anAccountPrintsItselfMasked() {
        assertThat(new Iban("BE68539007547034")).hasToString("BE68 •••• •••• 7034");
    }

    @Test
    void aWrongAccountCannotBeMade() {
        assertThatThrownBy(() -> new Iban("BE74999000000303")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Iban("be68539007547034")).isInstanceOf(IllegalArgumentException.class);
    }

    /** Both checks written out by hand: first ten modulo 97 (0 becomes 97), then ISO 7064 over the account and "BE00". */
    private static String belgian(long ten) {
        long national = ten % 97 == 0 ? 97 : ten % 97;
        String account = String.format(Locale.ROOT, "%010d%02d", ten, national);
        int rest =
                new BigInteger(account + "111400").mod(BigInteger.valueOf(97)).intValue();
        return String.format(Locale.ROOT, "BE%02d%s", 98 - rest, account);
    }
}

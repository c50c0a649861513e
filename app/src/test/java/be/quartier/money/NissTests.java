package be.quartier.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.quartier.money.Niss.Kind;
import be.quartier.money.Niss.Sex;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NissTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final byte[] KEY = "a campaign's secret key".getBytes(StandardCharsets.UTF_8);

    @ParameterizedTest
    @CsvSource({
        "93051822361,1993-05-18,MALE", "85073003328,1985-07-30,MALE", "42012205181,1942-01-22,MALE",
        "17073003384,2017-07-30,MALE", "00012556777,2000-01-25,MALE", "93.05.18-223.61,1993-05-18,MALE"
    })
    void theCheckTellsTheCentury(String text, LocalDate birth, Sex sex) {
        var read = Niss.parse(text, TODAY).orThrow();
        assertThat(read.repaired()).isFalse();
        assertThat(read.niss().kind()).isEqualTo(Kind.NATIONAL);
        assertThat(read.niss().birth().date()).contains(birth);
        assertThat(read.niss().sex()).isEqualTo(Optional.of(sex));
    }

    @ParameterizedTest
    @CsvSource({"40000095579,1940", "40000100133,1940", "40.00.00-955.79,1940"})
    void anUnknownDayOfBirthLeavesTheYear(String text, int year) {
        var birth = Niss.parse(text, TODAY).orThrow().niss().birth();
        assertThat(birth.year()).hasValue(year);
        assertThat(birth.month()).isEmpty();
        assertThat(birth.day()).isEmpty();
        assertThat(birth.date()).isEmpty();
    }

    @Test
    void whereNothingIsKnownOfTheBirthNotEvenTheYearIsRead() {
        assertThat(Niss.parse("00.00.01-003.64", TODAY).orThrow().niss().birth().year())
                .isEmpty();
    }

    @Test
    void aBisNumberSaysTheSexOnlyWhenItWasKnownAtIssue() {
        var known = Niss.parse("98472899765", TODAY).orThrow().niss();
        assertThat(known.kind()).isEqualTo(Kind.BIS);
        assertThat(known.sex()).contains(Sex.MALE);
        assertThat(known.birth().date()).contains(LocalDate.of(1998, 7, 28));
        var other = Niss.parse("01490700185", TODAY).orThrow().niss();
        assertThat(other.kind()).isEqualTo(Kind.BIS);
        assertThat(other.birth().date()).contains(LocalDate.of(2001, 9, 7));
        var unknown = Niss.parse(number("982728", 997, 1900), TODAY).orThrow().niss();
        assertThat(unknown.sex()).isEmpty();
        assertThat(unknown.birth().date()).contains(LocalDate.of(1998, 7, 28));
        assertThat(Niss.parse(number("002001", 17, 2000), TODAY)
                        .orThrow()
                        .niss()
                        .birth()
                        .year())
                .isEmpty();
        assertThat(Niss.parse(number("004001", 18, 1900), TODAY)
                        .orThrow()
                        .niss()
                        .birth()
                        .year())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'',NISS_EMPTY",
        "12345678901,NISS_CHECK",
        "1234,NISS_LENGTH",
        "930518223611,NISS_LENGTH",
        "9305182236,NISS_LENGTH",
        "'9,30518E+10',NISS_ROUNDED",
        "9.30518E+10,NISS_ROUNDED",
        "inconnu,NISS_LENGTH",
        "93051822361x,NISS_LENGTH"
    })
    void aWrongNumberIsRefusedWithItsReason(String text, Flaw flaw) {
        assertThat(Niss.parse(text, TODAY)).isEqualTo(new Parsed.Invalid<>(flaw));
    }

    @Test
    void aRightCheckDoesNotSaveAnImpossibleDateOrSerial() {
        for (String date : new String[] {"931318", "930230", "930132", "939918", "935318", "933518", "931918"}) {
            assertThat(Niss.parse(number(date, 223, 1900), TODAY))
                    .as(date)
                    .isEqualTo(new Parsed.Invalid<>(Flaw.NISS_DATE));
        }
        assertThat(Niss.parse(number("930518", 0, 1900), TODAY)).isEqualTo(new Parsed.Invalid<>(Flaw.NISS_SERIAL));
        assertThat(Niss.parse(number("930518", 999, 1900), TODAY)).isEqualTo(new Parsed.Invalid<>(Flaw.NISS_SERIAL));
        assertThat(Niss.parse(number("930518", 998, 1900), TODAY).found()).isPresent();
    }

    @Test
    void nobodyIsBornTomorrow() {
        assertThat(Niss.parse(number("261123", 1, 2000), TODAY).found()).isPresent();
        assertThat(Niss.parse(number("261124", 1, 2000), TODAY)).isEqualTo(new Parsed.Invalid<>(Flaw.NISS_DATE));
        assertThat(Niss.parse(number("930518", 1, 2000), TODAY)).isEqualTo(new Parsed.Invalid<>(Flaw.NISS_DATE));
        assertThat(Niss.parse(number("270000", 1, 2000), TODAY)).isEqualTo(new Parsed.Invalid<>(Flaw.NISS_DATE));
    }

    @Test
    void zerosLostByASpreadsheetAreRestoredAndSaid() {
        for (String whole : new String[] {"01490700185", "00012556777", "00000100364"}) {
            var damaged = Niss.parse(whole.replaceFirst("^0+", ""), TODAY).orThrow();
            assertThat(damaged.repaired()).isTrue();
            assertThat(damaged.niss())
                    .isEqualTo(Niss.parse(whole, TODAY).orThrow().niss());
            assertThat(damaged.niss())
                    .hasSameHashCodeAs(Niss.parse(whole, TODAY).orThrow().niss());
        }
        assertThat(Niss.parse("1.49.07-001.85", TODAY)).isEqualTo(new Parsed.Invalid<>(Flaw.NISS_LENGTH));
    }

    @Test
    void everySingleWrongDigitAndSwapThatModulo97CanCatchIsCaught() {
        long seed = 1983;
        var random = new Random(seed);
        int errors = 0;
        int sameCentury = 0;
        int slipped = 0;
        for (int i = 0; i < 2_000; i++) {
            var birth = LocalDate.of(1930, 1, 1).plusDays(random.nextInt(35_000));
            String date = String.format(Locale.ROOT, "%ty%<tm%<td", birth);
            String right = number(date, random.nextInt(1, 999), birth.getYear() / 100 * 100);
            assertThat(Niss.parse(right, TODAY).orThrow().niss().birth().date())
                    .as("seed %d: %s", seed, right)
                    .contains(birth);
            for (String wrong : TypingErrors.all(right)) {
                errors++;
                boolean accepted = Niss.parse(wrong, TODAY).found().isPresent();
                if (checks(wrong, birth.getYear() < 2000)) {
                    sameCentury++;
                }
                if (!checks(wrong, true) && !checks(wrong, false)) {
                    assertThat(accepted)
                            .as("seed %d: %s for %s", seed, wrong, right)
                            .isFalse();
                } else if (accepted) {
                    slipped++;
                }
            }
        }
        assertThat(sameCentury)
                .as("within one century modulo 97 catches every such error")
                .isZero();
        assertThat(slipped)
                .as("errors that look right in the other century, of %d", errors)
                .isLessThan(errors / 200);
    }

    @Test
    void theNumberItselfIsNowhereToBeHad() {
        var read = Niss.parse("93051822361", TODAY).orThrow();
        assertThat(read.toString()).doesNotContain("93").doesNotContain("361");
        for (Method method : Niss.class.getMethods()) {
            if (!Modifier.isStatic(method.getModifiers()) && !method.getName().equals("toString")) {
                assertThat(method.getReturnType()).as(method.getName()).isNotEqualTo(String.class);
            }
        }
    }

    @Test
    void theKeyedHashIsOneNumbersUnderOneKey() {
        var a = Niss.parse("93051822361", TODAY).orThrow().niss();
        var b = Niss.parse("93.05.18-223.61", TODAY).orThrow().niss();
        var other = Niss.parse("85073003328", TODAY).orThrow().niss();
        assertThat(a.hmac(KEY)).hasSize(32).isEqualTo(b.hmac(KEY)).isNotEqualTo(other.hmac(KEY));
        byte[] otherKey = Arrays.copyOf(KEY, KEY.length + 1);
        otherKey[KEY.length] = 1;
        assertThat(a.hmac(otherKey)).isNotEqualTo(a.hmac(KEY));
        assertThatThrownBy(() -> a.hmac(new byte[8])).isInstanceOf(IllegalArgumentException.class);
    }

    /** The eleven digits for these nine, the check computed with arbitrary precision. */
    private static String number(String date, int serial, int century) {
        String nine = String.format(Locale.ROOT, "%s%03d", date, serial);
        int rest = new BigInteger((century == 2000 ? "2" : "") + nine)
                .mod(BigInteger.valueOf(97))
                .intValue();
        return String.format(Locale.ROOT, "%s%02d", nine, 97 - rest);
    }

    private static boolean checks(String eleven, boolean before2000) {
        String nine = (before2000 ? "" : "2") + eleven.substring(0, 9);
        int rest = new BigInteger(nine).mod(BigInteger.valueOf(97)).intValue();
        return 97 - rest == Integer.parseInt(eleven.substring(9));
    }
}

package be.quartier.vouchers;

import static org.assertj.core.api.Assertions.assertThat;

import be.quartier.vouchers.VoucherCode.Flaw;
import be.quartier.vouchers.VoucherCode.Token;
import be.quartier.vouchers.VoucherCode.Typed;
import be.quartier.vouchers.VoucherCode.Unreadable;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading what a shop scans or types. */
class VoucherCodeTests {

    private static final long SEED = 20260914;
    private static final String TOKEN = "0123456789ABCDEFGHJKMNPQRS";
    private static final String TYPED = Crockford.withChecks("7K2M9QXW04");

    private final SplittableRandom random = new SplittableRandom(SEED);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTPS://QUARTIER.EXAMPLE/VAL-SUR-SENNE/B/0123456789ABCDEFGHJKMNPQRS",
                "https://quartier.example:8443/val-sur-senne/b/0123456789abcdefghjkmnpqrs",
                "http://localhost:8080/val-sur-senne/B/o123456789ABCDEFGHJKMNPQRS",
                "0123456789ABCDEFGHJKMNPQRS",
                "  0i23456789abcdefghjkmnpqrs\n",
                "OL23456789ABCDEFGHJKMNPQRS"
            })
    void theAddressAndTheBareTokenNameTheSameVoucher(String text) {
        assertThat(VoucherCode.parse(text)).isEqualTo(new Token(TOKEN));
    }

    @Test
    void aTypedCodeIsReadWithHyphensSpacesLowerCaseAndLookAlikes() {
        Typed typed = new Typed(TYPED);
        assertThat(VoucherCode.parse(typed.printed())).isEqualTo(typed);
        assertThat(VoucherCode.parse(
                        " " + typed.printed().toLowerCase(Locale.ROOT).replace('-', ' ')))
                .isEqualTo(typed);
        assertThat(VoucherCode.parse(TYPED.replace('0', 'o'))).isEqualTo(typed);
        assertThat(typed.toString()).doesNotContain(TYPED);
    }

    @Test
    void everySingleErrorAndEverySwapIsCaught() {
        for (int round = 0; round < 2_000; round++) {
            String code = Crockford.withChecks(random(10));
            for (int at = 0; at < code.length(); at++) {
                for (char other : Crockford.ALPHABET.toCharArray()) {
                    if (other != code.charAt(at)) {
                        String wrong = code.substring(0, at) + other + code.substring(at + 1);
                        assertThat(Crockford.checks(wrong))
                                .as("seed %s: %s for %s", SEED, wrong, code)
                                .isFalse();
                    }
                }
                for (int with = at + 1; with < code.length(); with++) {
                    if (code.charAt(at) != code.charAt(with)) {
                        assertThat(Crockford.checks(swapped(code, at, with)))
                                .as("seed %s: swap %s, %s of %s", SEED, at, with, code)
                                .isFalse();
                    }
                }
            }
        }
    }

    @Test
    void aTypingErrorIsToldApartFromAnUnknownCode() {
        char last = TYPED.charAt(11) == 'Z' ? 'Y' : 'Z';
        assertThat(VoucherCode.parse(TYPED.substring(0, 11) + last)).isEqualTo(new Unreadable(Flaw.CHECK_FAILED));
    }

    @Test
    void foreignCharactersAreRefusedAndNeverFolded() {
        String fullWidth = TYPED.replace('7', '７');
        assertThat(VoucherCode.parse(fullWidth)).isEqualTo(new Unreadable(Flaw.FOREIGN_CHARACTER));
        for (String foreign : new String[] {"U", "٣", "ı", "ß", "é", "\u0000", "\u200b", "😀", "+", "%20"}) {
            assertThat(VoucherCode.parse(TYPED.substring(1) + foreign))
                    .as(foreign)
                    .isEqualTo(new Unreadable(Flaw.FOREIGN_CHARACTER));
        }
    }

    @Test
    void whatIsNoVoucherSaysWhy() {
        assertThat(VoucherCode.parse("  ")).isEqualTo(new Unreadable(Flaw.EMPTY));
        assertThat(VoucherCode.parse("A".repeat(301))).isEqualTo(new Unreadable(Flaw.TOO_LONG));
        assertThat(VoucherCode.parse("ABC")).isEqualTo(new Unreadable(Flaw.WRONG_LENGTH));
        assertThat(VoucherCode.parse("https://example.org/")).isEqualTo(new Unreadable(Flaw.OTHER_ADDRESS));
        assertThat(VoucherCode.parse("https://h/c/b/" + TOKEN + "/x")).isEqualTo(new Unreadable(Flaw.OTHER_ADDRESS));
        assertThat(VoucherCode.parse("https://h/c/b/" + TOKEN + "?x=1")).isEqualTo(new Unreadable(Flaw.OTHER_ADDRESS));
        assertThat(VoucherCode.parse("https://h/c/b/" + TYPED)).isEqualTo(new Unreadable(Flaw.OTHER_ADDRESS));
    }

    @Test
    void noTextMakesTheParserFail() {
        for (int round = 0; round < 100_000; round++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(40);
            for (int at = 0; at < length; at++) {
                text.append(
                        random.nextInt(4) == 0
                                ? (char) random.nextInt(Character.MAX_VALUE)
                                : Crockford.ALPHABET.charAt(random.nextInt(32)));
            }
            assertThat(VoucherCode.parse(text.toString())).isNotNull();
        }
    }

    @Test
    void everyTokenIsReadBack() {
        for (int round = 0; round < 10_000; round++) {
            byte[] bytes = new byte[32];
            random.nextBytes(bytes);
            String token = Crockford.encode(bytes, VoucherCode.TOKEN_LENGTH);
            assertThat(VoucherCode.parse("HTTPS://H/C/B/" + token)).isEqualTo(new Token(token));
        }
    }

    private String random(int length) {
        return random.ints(length, 0, 32)
                .collect(StringBuilder::new, (s, i) -> s.append(Crockford.ALPHABET.charAt(i)), StringBuilder::append)
                .toString();
    }

    private static String swapped(String text, int first, int second) {
        char[] characters = text.toCharArray();
        characters[first] = text.charAt(second);
        characters[second] = text.charAt(first);
        return new String(characters);
    }
}

package be.quartier.vouchers;

import java.math.BigInteger;

/**
 * Crockford's base32: ten digits and the capital letters without I, L, O and U.
 *
 * <p>Check characters are a Reed-Solomon code over GF(32), polynomial x^5 + x^2 + 1: two of them find every change of one
 * or two characters, so every single error and every swap, for up to 31 characters.
 */
final class Crockford {

    static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int FIELD = 32;
    private static final int POLYNOMIAL = 0b100101;
    private static final int[] POWER = new int[2 * FIELD];
    private static final int[] LOG = new int[FIELD];

    static {
        int value = 1;
        for (int exponent = 0; exponent < FIELD - 1; exponent++) {
            POWER[exponent] = value;
            POWER[exponent + FIELD - 1] = value;
            LOG[value] = exponent;
            value <<= 1;
            if (value >= FIELD) {
                value ^= POLYNOMIAL;
            }
        }
    }

    private Crockford() {}

    /** The first {@code length} times five bits of these bytes. */
    static String encode(byte[] bytes, int length) {
        BigInteger bits = new BigInteger(1, bytes).shiftRight(bytes.length * 8 - length * 5);
        char[] text = new char[length];
        for (int at = length - 1; at >= 0; at--) {
            text[at] = ALPHABET.charAt(bits.intValue() & (FIELD - 1));
            bits = bits.shiftRight(5);
        }
        return new String(text);
    }

    /** The text and its two check characters. */
    static String withChecks(String text) {
        int sum = 0;
        int weighted = 0;
        for (int at = 0; at < text.length(); at++) {
            int value = ALPHABET.indexOf(text.charAt(at));
            sum ^= value;
            weighted ^= times(value, POWER[at + 2]);
        }
        // The checks a, b at positions 0 and 1 make both sums zero: a + b = sum, a + 2b = weighted.
        int second = divided(sum ^ weighted, 1 ^ POWER[1]);
        int first = sum ^ second;
        return text + ALPHABET.charAt(first) + ALPHABET.charAt(second);
    }

    /** Whether the last two characters are the checks of those before them. */
    static boolean checks(String text) {
        return text.length() > 2
                && withChecks(text.substring(0, text.length() - 2)).equals(text);
    }

    private static int times(int left, int right) {
        return left == 0 || right == 0 ? 0 : POWER[LOG[left] + LOG[right]];
    }

    private static int divided(int left, int right) {
        return left == 0 ? 0 : POWER[LOG[left] + FIELD - 1 - LOG[right]];
    }
}

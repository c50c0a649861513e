package be.quartier.money;

import java.util.Locale;

/**
 * A Belgian structured communication (OGM, VCS): ten digits and their check, {@code +++010/8068/17183+++}.
 *
 * <p>Invariant: the last two digits are the first ten modulo 97, with 97 for 0.
 *
 * @param digits the twelve digits, as an XML payment file carries them
 */
public record Ogm(String digits) {

    private static final long LARGEST = 9_999_999_999L;

    /** Checks the twelve digits. @throws IllegalArgumentException when they are not a communication */
    public Ogm {
        if (digits.length() != 12 || !Mod97.digitsOnly(digits) || !checks(digits)) {
            throw new IllegalArgumentException("not a structured communication");
        }
    }

    /** The communication for a number of at most ten digits. @throws IllegalArgumentException outside 0 to 9 999 999 999 */
    public static Ogm of(long number) {
        if (number < 0 || number > LARGEST) {
            throw new IllegalArgumentException("a structured communication holds ten digits");
        }
        long rest = number % 97;
        return new Ogm(String.format(Locale.ROOT, "%010d%02d", number, rest == 0 ? 97 : rest));
    }

    /** Reads a communication typed with or without plus signs, stars, slashes and blanks. */
    public static Parsed<Ogm> parse(String text) {
        String digits = Mod97.withoutSeparators(text).replaceAll("^(?:\\+{3}|\\*{3})|(?:\\+{3}|\\*{3})$", "");
        if (digits.length() != 12 || !Mod97.digitsOnly(digits)) {
            return new Parsed.Invalid<>(Flaw.OGM_LENGTH);
        }
        return checks(digits) ? new Parsed.Valid<>(new Ogm(digits)) : new Parsed.Invalid<>(Flaw.OGM_CHECK);
    }

    /** As people read it: {@code +++010/8068/17183+++}. */
    public String formatted() {
        return "+++" + digits.substring(0, 3) + "/" + digits.substring(3, 7) + "/" + digits.substring(7) + "+++";
    }

    private static boolean checks(String digits) {
        int rest = Mod97.of(digits.substring(0, 10));
        return Integer.parseInt(digits.substring(10)) == (rest == 0 ? 97 : rest);
    }
}

package be.quartier.money;

import java.util.Locale;

/**
 * An enterprise number of the Crossroads Bank for Enterprises (numéro BCE, KBO-nummer): ten digits, the last two a check.
 *
 * <p>Invariant: starts with 0 or 1; first eight plus last two is a multiple of 97.
 *
 * @param digits the ten digits
 */
public record Bce(String digits) {

    /** Checks the ten digits. @throws IllegalArgumentException when they are not an enterprise number */
    public Bce {
        if (!wellShaped(digits, '0', '1') || !checks(digits)) {
            throw new IllegalArgumentException("not an enterprise number");
        }
    }

    /** Reads a number typed with or without points, blanks and {@code BE}; the older nine digits get their leading zero. */
    public static Parsed<Bce> parse(String text) {
        String typed = Mod97.withoutSeparators(text).toUpperCase(Locale.ROOT);
        if (typed.isEmpty()) {
            return new Parsed.Invalid<>(Flaw.BCE_EMPTY);
        }
        String digits = typed.startsWith("BE") ? typed.substring(2) : typed;
        if (digits.length() == 9) {
            digits = "0" + digits;
        }
        if (wellShaped(digits, '2', '8') && checks(digits)) {
            return new Parsed.Invalid<>(Flaw.BCE_IS_ESTABLISHMENT);
        }
        if (!wellShaped(digits, '0', '1')) {
            return new Parsed.Invalid<>(Flaw.BCE_SHAPE);
        }
        return checks(digits) ? new Parsed.Valid<>(new Bce(digits)) : new Parsed.Invalid<>(Flaw.BCE_CHECK);
    }

    /** As people read it: {@code 0403.019.261}. */
    public String formatted() {
        return digits.substring(0, 4) + "." + digits.substring(4, 7) + "." + digits.substring(7);
    }

    /** The VAT identifier this number would have: {@code BE0403019261}. Says nothing about being liable to VAT. */
    public String vat() {
        return "BE" + digits;
    }

    static boolean wellShaped(String digits, char lowest, char highest) {
        return digits.length() == 10
                && Mod97.digitsOnly(digits)
                && digits.charAt(0) >= lowest
                && digits.charAt(0) <= highest;
    }

    static boolean checks(String digits) {
        return 97 - Mod97.of(digits.substring(0, 8)) == Integer.parseInt(digits.substring(8));
    }
}

package be.quartier.money;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.OptionalInt;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A Belgian national register number (NISS, INSZ) or BIS number: {@code YYMMDD SSS CC}.
 *
 * <p>Invariant: the check holds for exactly one century, the date exists or is incomplete in one of the ways the register allows,
 * and the birth year is not after the day of reading. The digits never leave this object: it has no accessor and prints itself
 * masked; {@link #hmac} is the only use (law of 8 August 1983, art. 8).
 *
 * <p>Never derive an age from it: the registry's own birth date decides; {@link #birth} serves to compare both.
 */
public final class Niss {

    /** Which register gave the number. */
    public enum Kind {
        /** The national register. */
        NATIONAL,
        /** The BIS register: somebody known to social security who does not live in Belgium, or not yet. */
        BIS
    }

    /** What the serial number says; nothing when it means nothing. */
    public enum Sex {
        /** Even serial number. */
        FEMALE,
        /** Odd serial number. */
        MALE
    }

    /**
     * The birth date as far as the number knows it; month and day are empty when unknown, the year too when nothing was known.
     */
    public record Birth(OptionalInt year, OptionalInt month, OptionalInt day) {

        /** The full date, when it is known. */
        public Optional<LocalDate> date() {
            return year.isPresent() && month.isPresent() && day.isPresent()
                    ? Optional.of(LocalDate.of(year.getAsInt(), month.getAsInt(), day.getAsInt()))
                    : Optional.empty();
        }
    }

    /**
     * A number read from a file.
     *
     * @param niss the number
     * @param repaired leading zeros were missing (a spreadsheet dropped them) and were put back; show it to whoever imports
     */
    public record Read(Niss niss, boolean repaired) {}

    /** The shortest number that zeros can restore: born in 1900 or 2000, month unknown, first day of the counter. */
    private static final int SHORTEST_REPAIRED = 6;

    private final String digits;
    private final int century;

    private Niss(String digits, int century) {
        this.digits = digits;
        this.century = century;
    }

    /**
     * Reads a number with or without points, dashes and blanks.
     *
     * <p>Six to ten bare digits are taken for a number that lost its leading zeros, if the check then holds.
     *
     * @param today nobody is born after this day
     */
    public static Parsed<Read> parse(String text, LocalDate today) {
        String bare = text.strip();
        if (bare.isEmpty()) {
            return new Parsed.Invalid<>(Flaw.NISS_EMPTY);
        }
        if (bare.matches("\\d(?:[.,]\\d+)?[eE]\\+?\\d{1,2}")) {
            return new Parsed.Invalid<>(Flaw.NISS_ROUNDED);
        }
        boolean shortened = Mod97.digitsOnly(bare) && bare.length() >= SHORTEST_REPAIRED && bare.length() < 11;
        String digits = shortened ? "0".repeat(11 - bare.length()) + bare : Mod97.withoutSeparators(bare);
        if (digits.length() != 11 || !Mod97.digitsOnly(digits)) {
            return new Parsed.Invalid<>(Flaw.NISS_LENGTH);
        }
        int century = century(digits);
        if (century == 0) {
            return new Parsed.Invalid<>(shortened ? Flaw.NISS_LENGTH : Flaw.NISS_CHECK);
        }
        int serial = Integer.parseInt(digits.substring(6, 9));
        if (serial < 1 || serial > 998) {
            return new Parsed.Invalid<>(Flaw.NISS_SERIAL);
        }
        var niss = new Niss(digits, century);
        return niss.datePossible(today)
                ? new Parsed.Valid<>(new Read(niss, shortened))
                : new Parsed.Invalid<>(Flaw.NISS_DATE);
    }

    /** 1900 or 2000 as the check tells, 0 when it holds for neither. No number is right for both: 2 × 10⁹ is not 0 modulo 97. */
    private static int century(String digits) {
        int check = Integer.parseInt(digits.substring(9));
        String nine = digits.substring(0, 9);
        if (check == 97 - Mod97.of(nine)) {
            return 1900;
        }
        return check == 97 - Mod97.of("2" + nine) ? 2000 : 0;
    }

    private boolean datePossible(LocalDate today) {
        int month = rawMonth() % 20;
        int day = rawDay();
        if (rawMonth() > 52 || month > 12) {
            return false;
        }
        int year = century + rawYear();
        if (year > today.getYear()) {
            return false;
        }
        if (month == 0 || day == 0) {
            return true;
        }
        int longest = YearMonth.of(year, month).lengthOfMonth();
        return day <= longest && !LocalDate.of(year, month, day).isAfter(today);
    }

    /** Which register gave it. */
    public Kind kind() {
        return rawMonth() >= 20 ? Kind.BIS : Kind.NATIONAL;
    }

    /** The sex at issue; empty for a BIS number given without knowing it. */
    public Optional<Sex> sex() {
        if (rawMonth() >= 20 && rawMonth() < 40) {
            return Optional.empty();
        }
        return Optional.of((digits.charAt(8) - '0') % 2 == 0 ? Sex.FEMALE : Sex.MALE);
    }

    /** The birth date as far as known; the day is a mere counter, and so left out, when the month is 00. */
    public Birth birth() {
        int month = rawMonth() % 20;
        int day = rawDay();
        boolean nothingKnown = rawYear() == 0 && month == 0 && day == 1;
        return new Birth(
                nothingKnown ? OptionalInt.empty() : OptionalInt.of(century + rawYear()),
                month == 0 ? OptionalInt.empty() : OptionalInt.of(month),
                month == 0 || day == 0 ? OptionalInt.empty() : OptionalInt.of(day));
    }

    /**
     * HMAC-SHA-256 of the eleven digits under this key, 32 bytes: equal for equal numbers under one key, useless without it.
     *
     * @param key secret of the campaign, at least 16 bytes
     */
    public byte[] hmac(byte[] key) {
        if (key.length < 16) {
            throw new IllegalArgumentException("the key is too short");
        }
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(digits.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private int rawYear() {
        return Integer.parseInt(digits.substring(0, 2));
    }

    private int rawMonth() {
        return Integer.parseInt(digits.substring(2, 4));
    }

    private int rawDay() {
        return Integer.parseInt(digits.substring(4, 6));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Niss niss && niss.digits.equals(digits);
    }

    @Override
    public int hashCode() {
        return digits.hashCode();
    }

    /** Never the number. */
    @Override
    public String toString() {
        return "Niss[***]";
    }
}

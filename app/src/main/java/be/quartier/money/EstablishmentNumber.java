package be.quartier.money;

/**
 * The number of one place where an enterprise works (unité d'établissement, vestigingseenheid): {@code 2.000.000.339}.
 *
 * <p>Invariant: ten digits, starts with 2 to 8, same check as {@link Bce}.
 *
 * @param digits the ten digits
 */
public record EstablishmentNumber(String digits) {

    /** Checks the ten digits. @throws IllegalArgumentException when they are not an establishment number */
    public EstablishmentNumber {
        if (!Bce.wellShaped(digits, '2', '8') || !Bce.checks(digits)) {
            throw new IllegalArgumentException("not an establishment number");
        }
    }

    /** Reads a number typed with or without points and blanks. */
    public static Parsed<EstablishmentNumber> parse(String text) {
        String digits = Mod97.withoutSeparators(text);
        if (!Bce.wellShaped(digits, '2', '8')) {
            return new Parsed.Invalid<>(Flaw.ESTABLISHMENT_SHAPE);
        }
        return Bce.checks(digits)
                ? new Parsed.Valid<>(new EstablishmentNumber(digits))
                : new Parsed.Invalid<>(Flaw.ESTABLISHMENT_CHECK);
    }

    /** As people read it: {@code 2.000.000.339}. */
    public String formatted() {
        return digits.charAt(0) + "." + digits.substring(1, 4) + "." + digits.substring(4, 7) + "."
                + digits.substring(7);
    }
}

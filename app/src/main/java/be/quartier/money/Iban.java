package be.quartier.money;

import java.util.Locale;
import java.util.Set;
import org.iban4j.Iban4jException;
import org.iban4j.IbanFormatException;
import org.iban4j.IbanUtil;
import org.iban4j.InvalidCheckDigitException;
import org.iban4j.UnsupportedCountryException;

/**
 * A bank account that a SEPA transfer can reach.
 *
 * <p>Invariant: right length for its country, international check (ISO 7064) and the country's own check hold. That somebody
 * holds the account is for the bank to say (verification of payee). Prints itself masked: it is personal data.
 *
 * @param value the account in electronic form, upper case and without blanks: {@code BE68539007547034}
 */
public record Iban(String value) {

    /** Countries of the SEPA schemes whose accounts start with their own code (EPC409-09, with the five of 2025 and 2026). */
    private static final Set<String> SEPA = Set.of(
            "AD AL AT BE BG CH CY CZ DE DK EE ES FI FR GB GI GR HR HU IE IS IT LI LT LU LV MC MD ME MK MT NL NO PL PT RO RS SE SI SK SM VA"
                    .split(" "));

    /** Checks the account. @throws IllegalArgumentException when it is not one */
    public Iban {
        var flaw = check(value).wrong();
        if (flaw.isPresent()) {
            throw new IllegalArgumentException(flaw.get().key());
        }
    }

    /** Reads an account typed in any case, with blanks, points or dashes between the groups. */
    public static Parsed<Iban> parse(String text) {
        String typed = Mod97.withoutSeparators(text).toUpperCase(Locale.ROOT);
        if (typed.startsWith("IBAN")) {
            typed = typed.substring(4).replaceFirst("^:", "");
        }
        return check(typed).map(Iban::new);
    }

    private static Parsed<String> check(String iban) {
        if (iban.isEmpty()) {
            return new Parsed.Invalid<>(Flaw.IBAN_EMPTY);
        }
        if (!iban.matches("[A-Z]{2}\\d{2}[A-Z0-9]{1,30}")) {
            return new Parsed.Invalid<>(Flaw.IBAN_UNREADABLE);
        }
        if (!SEPA.contains(iban.substring(0, 2))) {
            return new Parsed.Invalid<>(Flaw.IBAN_NOT_SEPA);
        }
        try {
            IbanUtil.validate(iban);
        } catch (InvalidCheckDigitException wrong) {
            return new Parsed.Invalid<>(Flaw.IBAN_CHECK);
        } catch (UnsupportedCountryException unknown) {
            return new Parsed.Invalid<>(Flaw.IBAN_NOT_SEPA);
        } catch (IbanFormatException wrong) {
            return new Parsed.Invalid<>(
                    wrong.getFormatViolation() == IbanFormatException.IbanFormatViolation.BBAN_LENGTH
                            ? Flaw.IBAN_LENGTH
                            : Flaw.IBAN_UNREADABLE);
        }
        try {
            IbanUtil.validateWithCountryRules(iban);
        } catch (Iban4jException wrong) {
            return new Parsed.Invalid<>(Flaw.IBAN_NATIONAL_CHECK);
        }
        return new Parsed.Valid<>(iban);
    }

    /** The two letters of the country that issued it. */
    public String country() {
        return value.substring(0, 2);
    }

    /** In groups of four as on paper: {@code BE68 5390 0754 7034}. */
    public String formatted() {
        return value.replaceAll("(.{4})(?=.)", "$1 ");
    }

    /** Enough to recognise one's own account and no more: {@code BE68 **** **** 7034}. */
    public String masked() {
        String middle = "•".repeat(value.length() - 8);
        return (value.substring(0, 4) + middle + value.substring(value.length() - 4)).replaceAll("(.{4})(?=.)", "$1 ");
    }

    /** Masked, so that no log carries an account. */
    @Override
    public String toString() {
        return masked();
    }
}

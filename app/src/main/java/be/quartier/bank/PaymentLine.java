package be.quartier.bank;

import be.quartier.money.Cents;
import be.quartier.money.Iban;

/**
 * One transfer of a payment order.
 *
 * <p>Invariant: the amount is between 0,01 and 999 999 999,99 euro; the name still says something in SEPA characters.
 *
 * @param id the reference that comes back on the statement
 * @param amount what is paid
 * @param creditorName the account holder's exact name, as the bank knows it; the file carries it in SEPA characters, at most 70
 * @param creditor the account paid
 * @param remittance what the receiver reads
 */
public record PaymentLine(EndToEndId id, Cents amount, String creditorName, Iban creditor, Remittance remittance) {

    /** Most that one SEPA transfer carries. */
    public static final Cents LARGEST = Cents.of(99_999_999_999L);

    static final int LONGEST_NAME = 70;

    /** Checks the line. @throws IllegalArgumentException when a bank would refuse it */
    public PaymentLine {
        if (!amount.isPositive() || amount.compareTo(LARGEST) > 0) {
            throw new IllegalArgumentException("a transfer carries 0.01 to 999999999.99 euro");
        }
        requireName(creditorName);
    }

    static String requireName(String name) {
        String plain = SepaText.of(name, LONGEST_NAME);
        if (plain.chars().noneMatch(Character::isLetterOrDigit)) {
            throw new IllegalArgumentException("a party without a name");
        }
        return plain;
    }
}

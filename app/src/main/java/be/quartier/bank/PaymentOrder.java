package be.quartier.bank;

import be.quartier.money.Bce;
import be.quartier.money.Cents;
import be.quartier.money.Iban;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * Everything a payment file says: who pays, when, and the lines.
 *
 * <p>Invariant: 1 to 10 000 lines (what banks advise for one file), no reference twice, executed on or after the day it was made.
 *
 * @param messageId reference of the file, at most 35 SEPA characters
 * @param madeAt the file's date and time in Brussels, whole seconds are written
 * @param debtorName the payer's name, at most 70 in the file
 * @param debtorBce the payer's enterprise number, when it has one
 * @param debtor the account debited
 * @param executeOn the day the bank shall execute
 * @param oneDebit true: the payer's statement shows the run as one debit, false: each line
 * @param lines what is paid
 */
public record PaymentOrder(
        String messageId,
        LocalDateTime madeAt,
        String debtorName,
        Optional<Bce> debtorBce,
        Iban debtor,
        LocalDate executeOn,
        boolean oneDebit,
        List<PaymentLine> lines) {

    /** Most lines of one file. */
    public static final int MOST_LINES = 10_000;

    /** Checks the order. @throws IllegalArgumentException when a bank would refuse it */
    public PaymentOrder {
        lines = List.copyOf(lines);
        PaymentLine.requireName(debtorName);
        if (!SepaText.isReference(messageId) || messageId.length() > 33) {
            throw new IllegalArgumentException("not a reference of at most 33 SEPA characters");
        }
        if (lines.isEmpty() || lines.size() > MOST_LINES) {
            throw new IllegalArgumentException("a payment file has 1 to " + MOST_LINES + " lines");
        }
        if (executeOn.isBefore(madeAt.toLocalDate())) {
            throw new IllegalArgumentException("executed before it was made");
        }
        var ids = new HashSet<EndToEndId>();
        for (PaymentLine line : lines) {
            if (!ids.add(line.id())) {
                throw new IllegalArgumentException("two lines with one reference");
            }
        }
    }

    /** The exact sum of the lines. */
    public Cents total() {
        return Cents.sum(lines.stream().map(PaymentLine::amount).toList());
    }
}

package be.quartier.vouchers.reimbursements;

import be.quartier.bank.EndToEndId;
import java.util.UUID;

/**
 * A run whose file went to the bank.
 *
 * @param debtorIban the account it is paid from
 */
public record AtBank(UUID run, int number, String debtorIban) {

    /** The reference of its file; that of its one payment block is this and {@code -1}. */
    public String messageId() {
        return messageId(run, number);
    }

    /** The reference of its payment block. */
    public String paymentId() {
        return messageId() + "-1";
    }

    static String messageId(UUID run, int number) {
        return EndToEndId.forRun(run, "-" + number % 100_000);
    }
}

package be.quartier.vouchers.reimbursements;

import java.util.Locale;

/** What became of one thing a bank said about a payment of ours. */
public enum AnswerOutcome {
    /** The line is paid since this file. */
    PAID,
    /** The line came back or was refused: the shop is owed again. */
    RETURNED,
    /** It was so already; nothing changed. */
    KNOWN,
    /** Our reference, but something else does not fit; nothing changed, somebody looks. */
    DOUBTFUL;

    /** The name in the database and in texts. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The outcome of a code. */
    public static AnswerOutcome of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}

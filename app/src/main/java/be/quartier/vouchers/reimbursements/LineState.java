package be.quartier.vouchers.reimbursements;

import java.util.Locale;

/** What became of one shop's line in a run. */
public enum LineState {
    /** Proposed, approved or at the bank. */
    IN_RUN,
    /** Paid. */
    PAID,
    /** Sent back by the bank; owed again. */
    REJECTED,
    /** The run was cancelled. */
    DROPPED;

    /** The name in the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The state of a code of the database. */
    public static LineState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}

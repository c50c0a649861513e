package be.quartier.vouchers.reimbursements;

import java.util.Locale;

/** Where a run stands. */
public enum RunState {
    /** Waits for signatures. */
    PROPOSED,
    /** Signed; waits for its release. */
    APPROVED,
    /** The file was made; the bank has not confirmed yet. */
    RELEASED,
    /** The bank executed it. */
    EXECUTED,
    /** Given up before its release; its claims are free for the next run. */
    CANCELLED;

    /** The name in the database: lower case. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}

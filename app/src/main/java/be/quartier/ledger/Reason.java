package be.quartier.ledger;

import java.util.Locale;

/** Why money moved. */
public enum Reason {
    /** The council's budget reaches the campaign. */
    FUND,
    /** A voucher is issued. */
    ISSUE,
    /** Part of a voucher is set aside for an order. */
    HOLD,
    /** What was set aside goes back to the voucher, or to the campaign when the voucher has ended. */
    RELEASE,
    /** A shop takes part of a voucher. */
    SPEND,
    /** A shop gives back part or all of a spend. */
    REFUND,
    /** A shop takes back a spend within the minute. */
    UNDO,
    /** What is left on a voucher after its last day returns to the campaign. */
    EXPIRE,
    /** What is left on a cancelled voucher returns to the campaign. */
    CANCEL,
    /** A claim goes into a bank file. */
    CLAIM,
    /** The bank has paid. */
    PAY,
    /** The bank has sent a payment back. */
    RETURN,
    /** Somebody corrects an earlier transfer, with a note. */
    CORRECT;

    /** As written in the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The reason of a code of the database. */
    public static Reason of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}

package be.quartier.vouchers.proof;

import java.util.Locale;

/** Where an application stands. */
public enum ProofState {
    /** Sent, but the address it came from is not proven yet. */
    UNCONFIRMED,
    /** The town hall has to decide. */
    RECEIVED,
    /** The applicant has to answer a question. */
    ASKED,
    /** A voucher was issued. */
    ACCEPTED,
    /** Refused; an appeal is possible for some time. */
    REFUSED,
    /** Somebody else has to decide again. */
    APPEALED,
    /** Refused again, for good. */
    UPHELD;

    /** As written in the database, in addresses and in message keys. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The state of a code of the database. */
    public static ProofState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** Whether somebody in the town hall or the applicant still has to act. */
    public boolean open() {
        return this == RECEIVED || this == ASKED || this == APPEALED;
    }
}

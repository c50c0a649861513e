package be.quartier.vouchers.registry;

import java.util.Locale;

/** What an import does with one row of an extract; each row has exactly one, with a {@link Reason}. */
public enum RowVerdict {
    /** A child that gets a voucher. */
    NEW,
    /** A known child whose name, household or address differs: updated, the voucher stays. */
    CHANGED,
    /** A known child, nothing to do. */
    UNCHANGED,
    /** Of an age that gets a voucher on proof only: kept for matching an application, no voucher. */
    ON_PROOF,
    /** A known child that a full extract no longer holds: the town hall decides. */
    GONE,
    /** The same child a second time, or one that looks like it: no second voucher. */
    DUPLICATE,
    /** Too old or too young on the reference date. */
    OUTSIDE_AGE,
    /** Not living in the commune by the campaign's rules. */
    NOT_RESIDENT,
    /** Died. */
    DECEASED,
    /** Struck off the register. */
    REMOVED,
    /** Could not be read: nothing is kept of it but the line and the reason. */
    UNREADABLE;

    /** As written in addresses and keys of texts, such as {@code outside-age}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

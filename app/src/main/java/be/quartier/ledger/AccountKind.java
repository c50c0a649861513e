package be.quartier.ledger;

import java.util.Locale;

/** Places in the account tree of a campaign: money flows from the first to the last, and back by its own transfers. */
public enum AccountKind {
    /** What the council voted; the only account whose balance is negative. */
    BUDGET,
    /** What is not on a voucher yet, or came back from one. */
    CAMPAIGN,
    /** One voucher; guarded: never below zero. */
    VOUCHER,
    /** What is set aside on vouchers for orders of one merchant. */
    HELD,
    /** What the commune owes one merchant. */
    MERCHANT_PAYABLE,
    /** What is in a bank file that is not confirmed yet. */
    IN_BANK_FILE,
    /** What the bank has paid. */
    PAID;

    /** As written in the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The kind of a code of the database. */
    public static AccountKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}

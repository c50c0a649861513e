package be.quartier.vouchers.registry;

import java.util.Locale;

/** Why a row has its verdict; each has a sentence in every language under {@code vouchers.registry.reason.<code>}. */
public enum Reason {
    /** Meets every rule of the campaign. */
    MEETS_THE_RULES(RowVerdict.NEW),
    /** Looked like another child, and somebody of the town hall found that it is not. */
    ACCEPTED_BY_HAND(RowVerdict.NEW),
    /** The name or birth date was corrected. */
    PERSON_CHANGED(RowVerdict.CHANGED),
    /** Lives elsewhere in the commune, or with another household. */
    MOVED(RowVerdict.CHANGED),
    /** The household's language, protection, district or spelling of the address differs. */
    HOUSEHOLD_CHANGED(RowVerdict.CHANGED),
    /** Just as before. */
    SAME_AS_BEFORE(RowVerdict.UNCHANGED),
    /** An application with a proof is needed at this age. */
    AGE_NEEDS_PROOF(RowVerdict.ON_PROOF),
    /** Known, and not in this full extract. */
    NOT_IN_EXTRACT(RowVerdict.GONE),
    /** The same national number on an earlier line. */
    SAME_NUMBER_TWICE(RowVerdict.DUPLICATE),
    /** A second line for shared custody: the voucher goes to the household of registration. */
    SHARED_CUSTODY(RowVerdict.DUPLICATE),
    /** Same name, birth date and address as an earlier line under another number. */
    LOOKS_LIKE_A_ROW(RowVerdict.DUPLICATE),
    /** Same name, birth date and address as a child already registered under another number. */
    LOOKS_LIKE_A_CHILD(RowVerdict.DUPLICATE),
    /** Older than the rules allow on the reference date. */
    TOO_OLD(RowVerdict.OUTSIDE_AGE),
    /** Younger than the rules allow, or not born, on the reference date. */
    TOO_YOUNG(RowVerdict.OUTSIDE_AGE),
    /** Arrived after the last day for late arrivals. */
    ARRIVED_TOO_LATE(RowVerdict.NOT_RESIDENT),
    /** Registered with a postcode that is not the commune's. */
    OTHER_POSTCODE(RowVerdict.NOT_RESIDENT),
    /** The register holds a death. */
    DIED(RowVerdict.DECEASED),
    /** The register holds a removal that has taken effect. */
    LEFT_THE_REGISTER(RowVerdict.REMOVED),
    /** No national number. */
    NISS_EMPTY(RowVerdict.UNREADABLE),
    /** Not eleven digits. */
    NISS_LENGTH(RowVerdict.UNREADABLE),
    /** The spreadsheet rounded the number. */
    NISS_ROUNDED(RowVerdict.UNREADABLE),
    /** The check digits do not hold. */
    NISS_CHECK(RowVerdict.UNREADABLE),
    /** The number speaks of a day that does not exist. */
    NISS_DATE(RowVerdict.UNREADABLE),
    /** No birth date. */
    BIRTH_EMPTY(RowVerdict.UNREADABLE),
    /** Not a date. */
    BIRTH_UNREADABLE(RowVerdict.UNREADABLE),
    /** A birth after today. */
    BIRTH_IN_FUTURE(RowVerdict.UNREADABLE),
    /** A year of two digits: which century? */
    BIRTH_CENTURY(RowVerdict.UNREADABLE),
    /** No family name. */
    NAME_EMPTY(RowVerdict.UNREADABLE),
    /** Digits or signs where a name should be: the columns have shifted. */
    NAME_ODD(RowVerdict.UNREADABLE),
    /** No street. */
    ADDRESS_EMPTY(RowVerdict.UNREADABLE),
    /** Longer than an address line can be, or holding a long number: the columns have shifted. */
    ADDRESS_ODD(RowVerdict.UNREADABLE),
    /** Not a Belgian postcode. */
    POSTCODE_WRONG(RowVerdict.UNREADABLE),
    /** More fields than the header has. */
    TOO_MANY_FIELDS(RowVerdict.UNREADABLE),
    /** Fewer fields than the required columns need. */
    TOO_FEW_FIELDS(RowVerdict.UNREADABLE),
    /** A quotation mark that is never closed. */
    UNCLOSED_QUOTE(RowVerdict.UNREADABLE),
    /** Longer than a line can be. */
    LINE_TOO_LONG(RowVerdict.UNREADABLE);

    private final RowVerdict verdict;

    Reason(RowVerdict verdict) {
        this.verdict = verdict;
    }

    /** The verdict that this reason gives. */
    public RowVerdict verdict() {
        return verdict;
    }

    /** As written in keys of texts and in CSV files, such as {@code niss-rounded}; stable. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

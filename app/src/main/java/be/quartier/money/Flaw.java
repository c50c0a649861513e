package be.quartier.money;

/** Everything that can be wrong with a typed amount or identifier; each has one sentence in every language. */
public enum Flaw {
    /** Nothing was typed. */
    CENTS_EMPTY("money.cents.empty"),
    /** Not an amount: letters, two decimal signs, three decimals. */
    CENTS_UNREADABLE("money.cents.unreadable"),
    /** A point or comma before three digits: thousands or decimals? */
    CENTS_AMBIGUOUS("money.cents.ambiguous"),
    /** An amount below zero. */
    CENTS_NEGATIVE("money.cents.negative"),
    /** More than {@link Cents#LARGEST_PARSED}. */
    CENTS_TOO_LARGE("money.cents.too-large"),
    /** Nothing was typed. */
    IBAN_EMPTY("money.iban.empty"),
    /** Does not start with a country and two digits, or holds other signs than letters and digits. */
    IBAN_UNREADABLE("money.iban.unreadable"),
    /** The country does not take part in SEPA. */
    IBAN_NOT_SEPA("money.iban.not-sepa"),
    /** Too short or too long for its country. */
    IBAN_LENGTH("money.iban.length"),
    /** A digit is wrong or two are swapped (international check). */
    IBAN_CHECK("money.iban.check"),
    /** The international check holds but the country's own does not: no such account exists. */
    IBAN_NATIONAL_CHECK("money.iban.national-check"),
    /** Not twelve digits. */
    OGM_LENGTH("money.ogm.length"),
    /** A digit is wrong or two are swapped. */
    OGM_CHECK("money.ogm.check"),
    /** Nothing was typed. */
    BCE_EMPTY("money.bce.empty"),
    /** Not ten digits starting with 0 or 1. */
    BCE_SHAPE("money.bce.shape"),
    /** A digit is wrong or two are swapped. */
    BCE_CHECK("money.bce.check"),
    /** Ten digits starting with 2 to 8: an establishment unit, not an enterprise. */
    BCE_IS_ESTABLISHMENT("money.bce.is-establishment"),
    /** Not ten digits starting with 2 to 8. */
    ESTABLISHMENT_SHAPE("money.establishment.shape"),
    /** A digit is wrong or two are swapped. */
    ESTABLISHMENT_CHECK("money.establishment.check"),
    /** Nothing there. */
    NISS_EMPTY("money.niss.empty"),
    /** Not eleven digits and not repairable. */
    NISS_LENGTH("money.niss.length"),
    /** The spreadsheet rounded the number ({@code 9,30518E+10}): its digits are lost. */
    NISS_ROUNDED("money.niss.rounded"),
    /** A digit is wrong or two are swapped. */
    NISS_CHECK("money.niss.check"),
    /** No such day, or not born yet. */
    NISS_DATE("money.niss.date"),
    /** The serial number is outside 001 to 998. */
    NISS_SERIAL("money.niss.serial");

    private final String key;

    Flaw(String key) {
        this.key = key;
    }

    /** The key of the sentence in {@code messages/money_*.properties}; stable, fit for an API's {@code code}. */
    public String key() {
        return key;
    }
}

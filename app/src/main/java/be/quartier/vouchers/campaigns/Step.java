package be.quartier.vouchers.campaigns;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The pages on which a campaign is written, one thing each, in the order they are asked. */
public enum Step {
    /** Its titles. */
    TITLE,
    /** The regulation, version and file. */
    REGULATION,
    /** Budget, year and amount per child. */
    MONEY,
    /** Who gets a voucher: ages, residence, late arrivals, protected addresses. */
    CHILDREN,
    /** From when to when vouchers can be spent. */
    DATES,
    /** In which trades. */
    TRADES,
    /** How much at once and per day. */
    LIMITS,
    /** The languages and words of the letter. */
    LETTER,
    /** From which account shops are reimbursed, and from which amount two people sign. */
    REIMBURSEMENT;

    /** The stable word in addresses, in the database and in message keys. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The step with this word. */
    public static Optional<Step> of(String code) {
        return Arrays.stream(values()).filter(step -> step.code().equals(code)).findFirst();
    }

    /** Its place among the steps, from 1. */
    public int number() {
        return List.of(values()).indexOf(this) + 1;
    }

    /** The step after this one; empty after the last. */
    public Optional<Step> next() {
        return Arrays.stream(values()).skip(number()).findFirst();
    }
}

package be.quartier.vouchers.campaigns;

import java.util.Locale;

/** Why an act on a campaign was refused; each has one sentence in every language. */
public enum Refusal {
    /** The act does not belong to the campaign's present state. */
    WRONG_STATE,
    /** The person lacks the right for this act. */
    NOT_ALLOWED,
    /** Four eyes: the creator or submitter tried to open. */
    SAME_PERSON,
    /** A reference, reason or decision was left blank. */
    REASON_MISSING,
    /** The vote lies in the future. */
    VOTE_IN_FUTURE,
    /** Terms are missing; the details name them. */
    INCOMPLETE,
    /** The last day has already passed. */
    ALREADY_OVER,
    /** An extension must end after the present last day and not in the past. */
    NOT_LATER,
    /** An extension of more than two years is a mistake of typing. */
    TOO_FAR,
    /** The last day has not passed yet. */
    NOT_OVER,
    /** Merchants are still owed money. */
    UNPAID,
    /** The ledger cannot move the voted budget to the campaign. */
    BUDGET;

    /** The stable code, such as {@code campaign-same-person}. */
    public String code() {
        return "campaign-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The message key of the sentence shown for it. */
    public String key() {
        return "campaigns.refusal." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

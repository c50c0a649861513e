package be.quartier.vouchers.campaigns;

import java.util.Locale;

/** Where a campaign stands between the first draft and the last reimbursement. */
public enum CampaignState {
    /** Being written; every term may still change. */
    DRAFT,
    /** The council has decided; terms are fixed unless it is taken back to draft. */
    VOTED,
    /** Complete and waiting for a second person to open it. */
    SUBMITTED,
    /** Vouchers are issued and can be spent within their validity. */
    OPEN,
    /** The last day has passed; what was not spent goes back to the campaign. */
    CLOSED,
    /** Every merchant has been paid; the accounts of the campaign are final. */
    SETTLED,
    /** Given up before it opened. */
    CANCELLED;

    /** The stable word for this state in the database, in the API and in message keys. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The state with this stable word.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static CampaignState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** Whether the terms (money, ages, dates, trades) may be edited. */
    public boolean editable() {
        return this == DRAFT;
    }
}

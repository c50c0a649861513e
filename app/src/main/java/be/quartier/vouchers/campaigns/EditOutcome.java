package be.quartier.vouchers.campaigns;

/** What became of an edit of a draft. */
public sealed interface EditOutcome {

    /** Kept; the campaign as it is now. */
    record Edited(Campaign campaign) implements EditOutcome {}

    /** Somebody else changed it since the page was opened; nothing was kept. */
    record Stale(Campaign campaign) implements EditOutcome {}

    /** It is no draft any more; nothing was kept. */
    record NotADraft(Campaign campaign) implements EditOutcome {}

    /** There is no such campaign. */
    record Unknown() implements EditOutcome {}
}

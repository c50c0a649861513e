package be.quartier.vouchers.campaigns;

import java.time.LocalDate;
import java.util.List;

/** What somebody wants to do with a campaign; {@link CampaignLife#decide} says whether it may happen. */
public sealed interface CampaignAct {

    /**
     * The council's decision is recorded.
     *
     * @param reference the decision's number in the council's register, not blank
     * @param day the day of the vote
     */
    record Vote(String reference, LocalDate day) implements CampaignAct {}

    /** The terms must change again: back to draft, the vote is to be taken anew. */
    record TakeBack() implements CampaignAct {}

    /**
     * The file is handed to a second person for opening.
     *
     * @param missing codes of the terms that are still missing; empty when the file is complete
     */
    record Submit(List<String> missing) implements CampaignAct {
        /** Keeps its own copy. */
        public Submit {
            missing = List.copyOf(missing);
        }
    }

    /**
     * The second person does not open it and says why.
     *
     * @param reason shown to the submitter, not blank
     */
    record SendBack(String reason) implements CampaignAct {}

    /** The second person opens it: the budget moves to the campaign. */
    record Open() implements CampaignAct {}

    /**
     * Vouchers stay valid longer, by one decision for all of them.
     *
     * @param lastDay new last day, after the present one
     * @param decision the decision this rests on, not blank
     * @param budgetYear the year of the budget that carries what is spent in the extension
     */
    record Extend(LocalDate lastDay, String decision, int budgetYear) implements CampaignAct {}

    /** The last day has passed: no spend any more, the rest goes back. */
    record Close() implements CampaignAct {}

    /**
     * The accounts are final.
     *
     * @param unpaidCents what merchants are still owed; must be zero
     */
    record Settle(long unpaidCents) implements CampaignAct {}

    /**
     * Given up before opening.
     *
     * @param reason kept with the campaign, not blank
     */
    record Cancel(String reason) implements CampaignAct {}
}

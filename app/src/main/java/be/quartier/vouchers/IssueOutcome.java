package be.quartier.vouchers;

import java.util.List;

/** What became of an issue of vouchers. */
public sealed interface IssueOutcome {

    /** All were issued, in the order of the children asked for. */
    record Issued(List<Voucher> vouchers) implements IssueOutcome {}

    /**
     * None was issued: the campaign's account holds too little.
     *
     * @param availableCents what it holds
     * @param neededCents what the vouchers would take
     */
    record BudgetTooSmall(long availableCents, long neededCents) implements IssueOutcome {}

    /** None was issued: the campaign is not open. */
    record CampaignNotOpen() implements IssueOutcome {}
}

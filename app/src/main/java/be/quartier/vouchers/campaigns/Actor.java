package be.quartier.vouchers.campaigns;

import java.util.UUID;

/**
 * The person who acts on a campaign, with the two rights that matter to its life.
 *
 * @param person the account of the person
 * @param prepares whether the person may write, submit, close and settle campaigns (economy, finance)
 * @param approves whether the person may open and extend campaigns (approver)
 */
public record Actor(UUID person, boolean prepares, boolean approves) {

    /** The installation's own jobs: they close what is over. */
    public static final Actor SYSTEM = new Actor(new UUID(0, 0), true, false);
}

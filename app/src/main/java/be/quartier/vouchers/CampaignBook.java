package be.quartier.vouchers;

import be.quartier.commune.Tenancy;
import be.quartier.ledger.AccountKind;
import be.quartier.ledger.Accounts;
import be.quartier.ledger.Actor;
import be.quartier.ledger.NameUuid;
import be.quartier.ledger.PostOutcome;
import be.quartier.ledger.Posting;
import be.quartier.ledger.Reason;
import be.quartier.ledger.Transfers;
import be.quartier.vouchers.store.CampaignRows;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The account tree of a campaign of the current commune, and the council's money in it. */
@Component
@Transactional
public class CampaignBook {

    private final Accounts accounts;
    private final Transfers transfers;
    private final CampaignRows rows;

    CampaignBook(Accounts accounts, Transfers transfers, JdbcClient jdbc) {
        this.accounts = accounts;
        this.transfers = transfers;
        this.rows = new CampaignRows(jdbc);
    }

    /**
     * Puts money that the council voted at the campaign's disposal, once per decision.
     *
     * @param decision the reference of the decision; the same one funds once
     */
    public PostOutcome fund(UUID campaign, long cents, String decision, Actor actor) {
        UUID budget = accounts.open(campaign, AccountKind.BUDGET);
        UUID free = accounts.open(campaign, AccountKind.CAMPAIGN);
        return transfers.post(
                Posting.of(NameUuid.of("fund", campaign, decision), campaign, budget, free, cents, Reason.FUND, actor));
    }

    /**
     * Adds what the council voted later to an open campaign: the campaign's budget and its account tree grow together, once
     * per decision.
     *
     * @throws IllegalArgumentException when the commune has no such campaign
     */
    public PostOutcome raise(UUID campaign, long cents, String decision, Actor actor) {
        int commune = Tenancy.required().value();
        if (rows.lock(commune, campaign).isEmpty()) {
            throw new IllegalArgumentException("no campaign " + campaign);
        }
        PostOutcome outcome = fund(campaign, cents, decision, actor);
        if (outcome instanceof PostOutcome.Posted) {
            rows.raiseBudget(commune, campaign, cents);
        }
        return outcome;
    }

    /** What is on no voucher: voted, not issued or come back, in cents. */
    @Transactional(readOnly = true)
    public long availableCents(UUID campaign) {
        return accounts.balanceCents(Accounts.id(campaign, AccountKind.CAMPAIGN));
    }
}

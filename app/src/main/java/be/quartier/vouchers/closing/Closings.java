package be.quartier.vouchers.closing;

import be.quartier.commune.Brussels;
import be.quartier.commune.Tenancy;
import be.quartier.ledger.Actor;
import be.quartier.vouchers.VoucherDesk;
import be.quartier.vouchers.campaigns.CampaignAct;
import be.quartier.vouchers.campaigns.Campaigns;
import be.quartier.vouchers.closing.store.ClosingRows;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Ends what is over, in steps that each stand alone: stopped anywhere, the next round goes on where it was; run by two
 * nodes at once, each voucher still ends once.
 */
@Component
public class Closings {

    private final VoucherDesk desk;
    private final Campaigns campaigns;
    private final ClosingRows rows;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Closings(
            VoucherDesk desk,
            Campaigns campaigns,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.desk = desk;
        this.campaigns = campaigns;
        this.rows = new ClosingRows(jdbc);
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Ends the campaigns of the current commune whose last day is over; how many were closed. */
    public int round() {
        int commune = Tenancy.required().value();
        var today = Brussels.today(clock);
        List<UUID> over = Objects.requireNonNull(transactions.execute(status -> rows.over(commune, today)));
        int closed = 0;
        for (var campaign : over) {
            closed += end(commune, campaign) ? 1 : 0;
        }
        return closed;
    }

    private boolean end(int commune, UUID campaign) {
        // Each call is one transaction of at most 500 vouchers.
        while (desk.expire(campaign, Actor.SYSTEM) > 0) {
            if (Thread.currentThread().isInterrupted()) {
                return false;
            }
        }
        boolean alive = Boolean.TRUE.equals(transactions.execute(status -> rows.alive(commune, campaign)));
        if (alive) {
            // Some vouchers were given a later day of their own: the campaign stays open for them.
            return false;
        }
        var closing = campaigns.act(campaign, new CampaignAct.Close(), be.quartier.vouchers.campaigns.Actor.SYSTEM);
        return closing instanceof be.quartier.vouchers.campaigns.ActDecision.Moved;
    }
}

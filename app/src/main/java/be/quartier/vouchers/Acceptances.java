package be.quartier.vouchers;

import be.quartier.commune.Tenancy;
import be.quartier.ledger.AccountKind;
import be.quartier.ledger.Accounts;
import be.quartier.vouchers.store.AcceptanceRows;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which shops of the current commune take part in which campaign. */
@Component
@Transactional
public class Acceptances {

    private final AcceptanceRows rows;
    private final Accounts accounts;
    private final Clock clock;

    Acceptances(JdbcClient jdbc, Accounts accounts, Clock clock) {
        this.rows = new AcceptanceRows(jdbc);
        this.accounts = accounts;
        this.clock = clock;
    }

    /** Lets a shop take a campaign's vouchers from now on, and opens its account; nothing when it may already. */
    public void accept(UUID campaign, UUID merchant) {
        UUID payable = accounts.open(campaign, AccountKind.MERCHANT_PAYABLE, merchant);
        rows.accept(Tenancy.required().value(), campaign, merchant, payable, clock.instant());
    }

    /** Ends a shop's part in a campaign; what it took already stays owed to it. */
    public void end(UUID campaign, UUID merchant) {
        rows.end(Tenancy.required().value(), campaign, merchant, clock.instant());
    }

    /** The shops that take a campaign's vouchers now, in the order of their ids. */
    @Transactional(readOnly = true)
    public List<UUID> merchantsOf(UUID campaign) {
        return rows.merchantsOf(Tenancy.required().value(), campaign);
    }

    /** The campaigns whose vouchers a shop takes now. */
    @Transactional(readOnly = true)
    public List<UUID> campaignsOf(UUID merchant) {
        return rows.campaignsOf(Tenancy.required().value(), merchant);
    }
}

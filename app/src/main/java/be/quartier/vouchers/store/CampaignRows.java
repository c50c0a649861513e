package be.quartier.vouchers.store;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What issue and expiry read of the table {@code campaign}. */
public final class CampaignRows {

    private final JdbcClient jdbc;

    /** @param jdbc inside the transaction of a commune */
    public CampaignRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A campaign's state and the amount of one voucher. */
    public record Terms(String state, long amountCents) {}

    /** Locks a campaign until the end of the transaction, so that one issue at a time counts its serials and budget. */
    public Optional<Terms> lock(int commune, UUID campaign) {
        return jdbc.sql("select state, amount_cents from campaign where commune_id = ? and id = ? for no key update")
                .params(commune, campaign)
                .query((row, number) -> new Terms(row.getString(1), row.getLong(2)))
                .optional();
    }

    /** Adds to the budget of a campaign that the caller has locked. */
    public void raiseBudget(int commune, UUID campaign, long cents) {
        jdbc.sql("update campaign set budget_cents = budget_cents + ? where commune_id = ? and id = ?")
                .params(cents, commune, campaign)
                .update();
    }
}

package be.quartier.vouchers;

import be.quartier.commune.Tenancy;
import be.quartier.ledger.Actor;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** An open campaign with its budget in the ledger, without the acts that lead there. */
public record OpenCampaignRow(UUID campaign, long budgetCents, long faceCents, LocalDate from, LocalDate until) {

    /** Writes it in the current commune. */
    public void write(JdbcClient jdbc, TransactionTemplate transactions, CampaignBook book) {
        transactions.executeWithoutResult(_ -> {
            jdbc.sql("""
                insert into campaign (commune_id, id, name, state, decision_ref, regulation_version, budget_cents,
                  amount_cents, reference_date, valid_from, valid_until, created_at)
                values (:commune, :campaign, 'Test', 'open', 'CC 2026/1', '1', :budget, :face, :from, :from, :until, now())
                """)
                    .param("commune", Tenancy.required().value())
                    .param("campaign", campaign)
                    .param("budget", budgetCents)
                    .param("face", faceCents)
                    .param("from", from)
                    .param("until", until)
                    .update();
            book.fund(campaign, budgetCents, "CC 2026/1", Actor.SYSTEM);
        });
    }
}

package be.quartier.vouchers.campaigns.store;

import be.quartier.commune.Language;
import be.quartier.vouchers.campaigns.Campaign;
import be.quartier.vouchers.campaigns.CampaignProgress;
import be.quartier.vouchers.campaigns.CampaignState;
import be.quartier.vouchers.campaigns.CampaignTerms;
import be.quartier.vouchers.campaigns.CampaignTerms.Calendar;
import be.quartier.vouchers.campaigns.CampaignTerms.Decision;
import be.quartier.vouchers.campaigns.CampaignTerms.Money;
import be.quartier.vouchers.campaigns.CampaignTerms.Reimbursement;
import be.quartier.vouchers.campaigns.CampaignTerms.Spending;
import be.quartier.vouchers.campaigns.Step;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code campaign}, with its rules and words beside it. */
public final class CampaignRows {

    private final JdbcClient jdbc;
    private final TermRows parts;

    /** @param jdbc inside the transaction of a commune */
    public CampaignRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.parts = new TermRows(jdbc);
    }

    /** Adds a campaign; false when its id is there already. */
    public boolean add(int commune, Campaign campaign, Instant at) {
        var added = bind(jdbc.sql("""
                                insert into campaign (commune_id, id, name, state, decision_ref, decision_date,
                                  regulation_version, budget_cents, budget_year, amount_cents, proof_share,
                                  reference_date, valid_from, valid_until, purchase_limit_cents, day_limit_cents,
                                  accepted_trades, languages, reminder_days, debtor_name, debtor_iban,
                                  double_sign_cents, steps_done, created_by, created_at)
                                values (:commune, :id, :name, :state, :decision, :decisionDay, :regulation, :budget,
                                  :year, :amount, :share, :reference, :from, :until, :purchase, :day, :trades,
                                  :languages, :reminder, :debtor, :iban, :double, :done, :creator, :at)
                                on conflict (commune_id, id) do nothing
                                """), commune, campaign)
                .param("creator", campaign.progress().createdBy())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        if (added == 1) {
            parts.write(commune, campaign);
        }
        return added == 1;
    }

    /** Writes a campaign back as it has become; false when somebody else wrote in between. */
    public boolean update(int commune, Campaign campaign, Instant at) {
        var updated = bind(jdbc.sql("""
                                update campaign set name = :name, state = :state, decision_ref = :decision,
                                  decision_date = :decisionDay, regulation_version = :regulation,
                                  budget_cents = :budget, budget_year = :year, amount_cents = :amount,
                                  proof_share = :share, reference_date = :reference, valid_from = :from,
                                  valid_until = :until, purchase_limit_cents = :purchase, day_limit_cents = :day,
                                  accepted_trades = :trades, languages = :languages, reminder_days = :reminder,
                                  debtor_name = :debtor, debtor_iban = :iban, double_sign_cents = :double,
                                  steps_done = :done, submitted_by = :submitter, opened_by = :opener,
                                  submitted_at = case when :submitter::uuid is null then null
                                    else coalesce(submitted_at, :at) end,
                                  opened_at = case when :opener::uuid is null then null
                                    else coalesce(opened_at, :at) end,
                                  closed_at = case when :state in ('closed', 'settled')
                                    then coalesce(closed_at, :at) end,
                                  version = version + 1
                                where commune_id = :commune and id = :id and version = :version
                                """), commune, campaign)
                .param("submitter", campaign.progress().submittedBy().orElse(null))
                .param("opener", campaign.progress().openedBy().orElse(null))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("version", campaign.version())
                .update();
        if (updated == 1) {
            parts.write(commune, campaign);
        }
        return updated == 1;
    }

    /** Every campaign of the commune, the newest first. */
    public List<Campaign> all(int commune) {
        return jdbc.sql("select * from campaign where commune_id = ? order by created_at desc, id desc limit 200")
                .param(commune)
                .query((row, number) -> read(commune, row))
                .list();
    }

    /** One campaign. */
    public Optional<Campaign> find(int commune, UUID id) {
        return jdbc.sql("select * from campaign where commune_id = ? and id = ?")
                .params(commune, id)
                .query((row, number) -> read(commune, row))
                .optional();
    }

    /** One campaign, locked until the end of the transaction. */
    public Optional<Campaign> lock(int commune, UUID id) {
        return jdbc.sql("select * from campaign where commune_id = ? and id = ? for no key update")
                .params(commune, id)
                .query((row, number) -> read(commune, row))
                .optional();
    }

    private static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec sql, int commune, Campaign campaign) {
        var terms = campaign.terms();
        return sql.param("commune", commune)
                .param("id", campaign.id())
                .param("name", campaign.name())
                .param("state", campaign.state().code())
                .param("decision", terms.decision().reference())
                .param("decisionDay", terms.decision().day().orElse(null))
                .param("regulation", terms.regulation())
                .param("budget", terms.money().budgetCents())
                .param("year", terms.money().budgetYear())
                .param("amount", terms.money().amountCents())
                .param("share", terms.money().proofShare())
                .param("reference", terms.reference())
                .param("from", terms.calendar().validFrom())
                .param("until", campaign.progress().lastDay())
                .param("purchase", boxed(terms.spending().purchaseLimit()))
                .param("day", boxed(terms.spending().dayLimit()))
                .param("trades", terms.spending().trades().toArray(String[]::new))
                .param(
                        "languages",
                        terms.languages().stream().map(Language::code).toArray(String[]::new))
                .param("reminder", terms.calendar().reminderDays())
                .param("debtor", terms.reimbursement().debtorName())
                .param("iban", terms.reimbursement().debtorIban())
                .param("double", terms.reimbursement().doubleSignCents())
                .param("done", terms.done().stream().map(Step::code).sorted().toArray(String[]::new));
    }

    private Campaign read(int commune, ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        // A campaign that the installation itself wrote (the demo, a test) has no creator.
        var creator =
                Optional.ofNullable(row.getObject("created_by", UUID.class)).orElse(new UUID(0, 0));
        var progress = new CampaignProgress(
                CampaignState.of(row.getString("state")),
                creator,
                Optional.ofNullable(row.getObject("submitted_by", UUID.class)),
                Optional.ofNullable(row.getObject("opened_by", UUID.class)),
                row.getObject("valid_until", LocalDate.class));
        return new Campaign(
                id,
                row.getString("name"),
                parts.words(commune, id),
                progress,
                terms(commune, id, row),
                row.getInt("version"));
    }

    private CampaignTerms terms(int commune, UUID id, ResultSet row) throws SQLException {
        return new CampaignTerms(
                new Decision(
                        row.getString("decision_ref"),
                        Optional.ofNullable(row.getObject("decision_date", LocalDate.class))),
                row.getString("regulation_version"),
                new Money(
                        row.getLong("budget_cents"),
                        row.getInt("budget_year"),
                        row.getLong("amount_cents"),
                        row.getInt("proof_share")),
                parts.rules(commune, id),
                new Calendar(row.getObject("valid_from", LocalDate.class), row.getInt("reminder_days")),
                new Spending(
                        texts(row, "accepted_trades"),
                        cents(row, "purchase_limit_cents"),
                        cents(row, "day_limit_cents")),
                texts(row, "languages").stream()
                        .map(code -> Language.of(code).orElseThrow())
                        .toList(),
                new Reimbursement(
                        row.getString("debtor_name"), row.getString("debtor_iban"), row.getLong("double_sign_cents")),
                texts(row, "steps_done").stream()
                        .flatMap(code -> Step.of(code).stream())
                        .collect(Collectors.toSet()));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }

    private static OptionalLong cents(ResultSet row, String column) throws SQLException {
        long cents = row.getLong(column);
        return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(cents);
    }

    private static @Nullable Long boxed(OptionalLong cents) {
        return cents.isPresent() ? cents.getAsLong() : null;
    }
}

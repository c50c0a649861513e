package be.quartier.vouchers.reimbursements.store;

import be.quartier.commune.CommuneId;
import be.quartier.vouchers.reimbursements.Debtor;
import be.quartier.vouchers.reimbursements.Run;
import be.quartier.vouchers.reimbursements.RunState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code reimbursement_run} and {@code reimbursement_approval}. */
@Repository
public class RunStore {

    /** All but the file, which is read only to be handed out. */
    private static final String COLUMNS =
            "id, campaign_id, number, state, created_at, created_by, creator_name, total_cents, lines, "
                    + "approvals_needed, released_at, released_by, execute_on, file_sha256, executed_on, cancel_reason";

    private final JdbcClient jdbc;

    /** @param jdbc as the application's role */
    public RunStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A new run; false when another one of the campaign waits (of two at the same time one is added). */
    public boolean add(CommuneId commune, Run run) {
        return jdbc.sql("""
            insert into reimbursement_run
              (commune_id, id, campaign_id, number, created_at, created_by, creator_name, total_cents, lines,
               approvals_needed)
            values (:commune, :id, :campaign, :number, :at, :by, :name, :total, :lines, :needed)
            on conflict do nothing
            """)
                        .param("commune", commune.value())
                        .param("id", run.id())
                        .param("campaign", run.campaign())
                        .param("number", run.number())
                        .param("at", run.createdAt().atOffset(ZoneOffset.UTC))
                        .param("by", run.createdBy())
                        .param("name", run.creatorName())
                        .param("total", run.totalCents())
                        .param("lines", run.lines())
                        .param("needed", run.approvalsNeeded())
                        .update()
                == 1;
    }

    /** Lets one proposal of a campaign at a time go on, until the end of the transaction; false when there is no such campaign. */
    public boolean lockCampaign(CommuneId commune, UUID campaign) {
        return !jdbc.sql("select id from campaign where commune_id = :commune and id = :campaign for no key update")
                .param("commune", commune.value())
                .param("campaign", campaign)
                .query((row, number) -> row.getObject("id", UUID.class))
                .list()
                .isEmpty();
    }

    /** The number the next run of a campaign gets. */
    public int nextNumber(CommuneId commune, UUID campaign) {
        return jdbc.sql("""
            select coalesce(max(number), 0) + 1
            from reimbursement_run
            where commune_id = :commune
              and campaign_id = :campaign
            """)
                .param("commune", commune.value())
                .param("campaign", campaign)
                .query(Integer.class)
                .single();
    }

    /** A run. */
    public Optional<Run> find(CommuneId commune, UUID id) {
        return select(commune, "id = :value", id, "").stream().findFirst();
    }

    /** A run, locked until the end of the transaction. */
    public Optional<Run> lock(CommuneId commune, UUID id) {
        return select(commune, "id = :value", id, "for update").stream().findFirst();
    }

    /** The run of a campaign that waits for signatures or for its release. */
    public Optional<Run> open(CommuneId commune, UUID campaign) {
        return of(commune, campaign).stream()
                .filter(run -> run.state() == RunState.PROPOSED || run.state() == RunState.APPROVED)
                .findFirst();
    }

    /** The runs of a campaign, newest first. */
    public List<Run> of(CommuneId commune, UUID campaign) {
        return select(commune, "campaign_id = :value", campaign, "order by number desc");
    }

    /** Adds a signature; the caller holds the lock. */
    public void approve(CommuneId commune, UUID run, Run.Approval approval) {
        jdbc.sql("""
            insert into reimbursement_approval (commune_id, run_id, step, person_id, name, at)
            values (:commune, :run, :step, :person, :name, :at)
            """)
                .param("commune", commune.value())
                .param("run", run)
                .param("step", approval.step())
                .param("person", approval.person())
                .param("name", approval.name())
                .param("at", approval.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Changes the state; the caller holds the lock. */
    public void move(CommuneId commune, UUID run, RunState to) {
        jdbc.sql("update reimbursement_run set state = :to where commune_id = :commune and id = :run")
                .param("commune", commune.value())
                .param("run", run)
                .param("to", to.code())
                .update();
    }

    /** What the release of a run fixes for ever. */
    @SuppressWarnings("ArrayRecordComponent") // handed straight to the driver, never compared
    public record Release(Instant at, UUID by, Debtor debtor, LocalDate executeOn, byte[] file, String sha256) {}

    /** Keeps the file; only once. */
    public void release(CommuneId commune, UUID run, Release release) {
        int changed = jdbc.sql("""
            update reimbursement_run
            set state = 'released', released_at = :at, released_by = :by, debtor_name = :name, debtor_iban = :iban,
                execute_on = :day, file = :file, file_sha256 = :sha
            where commune_id = :commune
              and id = :run
              and file is null
            """)
                .param("commune", commune.value())
                .param("run", run)
                .param("at", release.at().atOffset(ZoneOffset.UTC))
                .param("by", release.by())
                .param("name", release.debtor().name())
                .param("iban", release.debtor().iban().value())
                .param("day", release.executeOn())
                .param("file", release.file())
                .param("sha", release.sha256())
                .update();
        if (changed != 1) {
            throw new IllegalStateException("the file of run " + run + " was made before");
        }
    }

    /** The file of a released run, byte for byte. */
    public Optional<byte[]> file(CommuneId commune, UUID run) {
        return jdbc.sql("select file from reimbursement_run where commune_id = :commune and id = :run and file is not"
                        + " null")
                .param("commune", commune.value())
                .param("run", run)
                .query((row, number) -> row.getBytes("file"))
                .optional();
    }

    /** Keeps that the bank executed the run. */
    public void execute(CommuneId commune, UUID run, Instant at, UUID by, LocalDate day) {
        change(
                commune,
                run,
                at,
                by,
                "state = 'executed', executed_at = :at, executed_by = :by, executed_on = :what",
                day);
    }

    /** Gives a run up. */
    public void cancel(CommuneId commune, UUID run, Instant at, UUID by, String reason) {
        change(
                commune,
                run,
                at,
                by,
                "state = 'cancelled', cancelled_at = :at, cancelled_by = :by, cancel_reason = :what",
                reason);
    }

    private void change(CommuneId commune, UUID run, Instant at, UUID by, String how, Object what) {
        jdbc.sql("update reimbursement_run set " + how + " where commune_id = :commune and id = :run")
                .param("commune", commune.value())
                .param("run", run)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .param("what", what)
                .update();
    }

    private List<Run> select(CommuneId commune, String which, UUID value, String more) {
        return jdbc.sql("select " + COLUMNS + " from reimbursement_run where commune_id = :commune and " + which + " "
                        + more)
                .param("commune", commune.value())
                .param("value", value)
                .query((row, number) -> read(row, approvals(commune, row.getObject("id", UUID.class))))
                .list();
    }

    private List<Run.Approval> approvals(CommuneId commune, UUID run) {
        return jdbc.sql("""
            select step, person_id, name, at
            from reimbursement_approval
            where commune_id = :commune
              and run_id = :run
            order by step
            """)
                .param("commune", commune.value())
                .param("run", run)
                .query((row, number) -> new Run.Approval(
                        row.getInt("step"),
                        row.getObject("person_id", UUID.class),
                        row.getString("name"),
                        instant(row, "at")))
                .list();
    }

    private static Run read(ResultSet row, List<Run.Approval> approvals) throws SQLException {
        return new Run(
                row.getObject("id", UUID.class),
                row.getObject("campaign_id", UUID.class),
                row.getInt("number"),
                RunState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                instant(row, "created_at"),
                row.getObject("created_by", UUID.class),
                row.getString("creator_name"),
                row.getLong("total_cents"),
                row.getInt("lines"),
                row.getInt("approvals_needed"),
                approvals,
                Optional.ofNullable(row.getObject("released_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                Optional.ofNullable(row.getObject("released_by", UUID.class)),
                Optional.ofNullable(row.getObject("execute_on", LocalDate.class)),
                Optional.ofNullable(row.getString("file_sha256")),
                Optional.ofNullable(row.getObject("executed_on", LocalDate.class)),
                Optional.ofNullable(row.getString("cancel_reason")));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}

package be.quartier.vouchers.reimbursements.store;

import be.quartier.commune.CommuneId;
import be.quartier.money.Iban;
import be.quartier.money.Ogm;
import be.quartier.vouchers.reimbursements.ClaimItem;
import be.quartier.vouchers.reimbursements.LineState;
import be.quartier.vouchers.reimbursements.OnTime;
import be.quartier.vouchers.reimbursements.RunLine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** Rows of {@code reimbursement_line} and {@code reimbursement_item}. */
@Repository
public class LineStore {

    private final JdbcClient jdbc;

    /** @param jdbc as the application's role */
    public LineStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds a line with what it is made of; fails when a purchase is in another line that counts. */
    public void add(CommuneId commune, RunLine line, List<ClaimItem> items) {
        jdbc.sql("""
            insert into reimbursement_line
              (commune_id, id, run_id, campaign_id, merchant_id, merchant_name, amount_cents, attempt, end_to_end_id,
               iban, holder, ogm, oldest_day, purchases)
            values (:commune, :id, :run, :campaign, :merchant, :name, :amount, :attempt, :reference,
                    :iban, :holder, :ogm, :oldest, :purchases)
            """)
                .param("commune", commune.value())
                .param("id", line.id())
                .param("run", line.run())
                .param("campaign", line.campaign())
                .param("merchant", line.merchant())
                .param("name", line.merchantName())
                .param("amount", line.amountCents())
                .param("attempt", line.attempt())
                .param("reference", line.endToEndId())
                .param("iban", line.iban().value())
                .param("holder", line.holder())
                .param("ogm", line.ogm().digits())
                .param("oldest", line.oldest())
                .param("purchases", line.purchases())
                .update();
        jdbc.sql("""
            insert into reimbursement_item (commune_id, line_id, transfer_id, at, day, amount_cents, kind)
            select ?, ?, i.transfer, i.at, i.day, i.amount, i.kind
            from unnest(?, ?, ?, ?, ?) as i (transfer, at, day, amount, kind)
            """)
                .param(commune.value())
                .param(line.id())
                .param(new SqlArrayValue(
                        "uuid", items.stream().map(ClaimItem::transfer).toArray()))
                .param(new SqlArrayValue(
                        "timestamptz",
                        items.stream()
                                .map(item -> item.at().atOffset(ZoneOffset.UTC))
                                .toArray()))
                .param(new SqlArrayValue(
                        "date", items.stream().map(ClaimItem::day).toArray()))
                .param(new SqlArrayValue(
                        "bigint", items.stream().map(ClaimItem::amountCents).toArray()))
                .param(new SqlArrayValue(
                        "text", items.stream().map(ClaimItem::kind).toArray()))
                .update();
    }

    /** The lines of a run, by name. */
    public List<RunLine> ofRun(CommuneId commune, UUID run) {
        return select(commune, "run_id = :value order by lower(merchant_name), id", run);
    }

    /** The lines of a shop, newest first. */
    public List<RunLine> ofMerchant(CommuneId commune, UUID merchant) {
        return select(commune, "merchant_id = :value order by id desc", merchant);
    }

    /** One line. */
    public Optional<RunLine> find(CommuneId commune, UUID id) {
        return select(commune, "id = :value", id).stream().findFirst();
    }

    /** What a line is made of, oldest first. */
    public List<ClaimItem> items(CommuneId commune, UUID line) {
        return jdbc.sql("""
            select transfer_id, at, day, amount_cents, kind
            from reimbursement_item
            where commune_id = :commune
              and line_id = :line
            order by at, transfer_id
            """)
                .param("commune", commune.value())
                .param("line", line)
                .query((row, number) -> new ClaimItem(
                        row.getObject("transfer_id", UUID.class),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getObject("day", LocalDate.class),
                        row.getLong("amount_cents"),
                        row.getString("kind")))
                .list();
    }

    /** Transfers of a shop that are in a line that counts. */
    public Set<UUID> claimed(CommuneId commune, UUID campaign, UUID merchant) {
        return new HashSet<>(jdbc.sql("""
            select i.transfer_id
            from reimbursement_item i
            join reimbursement_line l on l.commune_id = i.commune_id and l.id = i.line_id
            where l.commune_id = :commune
              and l.merchant_id = :merchant
              and l.campaign_id = :campaign
              and i.counts
            """)
                .param("commune", commune.value())
                .param("campaign", campaign)
                .param("merchant", merchant)
                .query((row, number) -> row.getObject("transfer_id", UUID.class))
                .list());
    }

    /** The highest attempt at which the bank sent back something that is still owed, by shop. */
    public Map<UUID, Integer> rejectedAttempts(CommuneId commune, UUID campaign) {
        Map<UUID, Integer> attempts = new HashMap<>();
        jdbc.sql("""
            select l.merchant_id, max(l.attempt) as attempt
            from reimbursement_line l
            join reimbursement_item i on i.commune_id = l.commune_id and i.line_id = l.id
            where l.commune_id = :commune
              and l.campaign_id = :campaign
              and l.state = 'rejected'
              and not exists (
                select 1
                from reimbursement_item c
                where c.commune_id = i.commune_id
                  and c.transfer_id = i.transfer_id
                  and c.counts)
            group by l.merchant_id
            """)
                .param("commune", commune.value())
                .param("campaign", campaign)
                .query(row -> {
                    attempts.put(row.getObject("merchant_id", UUID.class), row.getInt("attempt"));
                });
        return attempts;
    }

    /** Ends a line; what it is made of is owed again. False when it is not in this state any more. */
    public boolean free(CommuneId commune, UUID line, LineState from, LineState to, Optional<String> reason) {
        boolean changed = move(commune, line, from, to, reason);
        if (changed) {
            jdbc.sql("update reimbursement_item set counts = false where commune_id = :commune and line_id = :line")
                    .param("commune", commune.value())
                    .param("line", line)
                    .update();
        }
        return changed;
    }

    /** Moves a line from one state to another; false when it is not in it. */
    public boolean move(CommuneId commune, UUID line, LineState from, LineState to, Optional<String> reason) {
        return jdbc.sql("""
            update reimbursement_line
            set state = :to, reject_reason = :reason
            where commune_id = :commune
              and id = :line
              and state = :from
            """)
                        .param("commune", commune.value())
                        .param("line", line)
                        .param("from", from.code())
                        .param("to", to.code())
                        .param("reason", reason.orElse(null))
                        .update()
                == 1;
    }

    /** The purchases of a campaign in runs that were paid or should have been: those before a day; which within so many days. */
    public OnTime onTime(CommuneId commune, UUID campaign, int days, LocalDate before) {
        return jdbc.sql("""
            select count(*) as due,
                   count(*) filter (where l.state = 'paid' and r.executed_on - i.day <= :days) as on_time
            from reimbursement_item i
            join reimbursement_line l on l.commune_id = i.commune_id and l.id = i.line_id
            join reimbursement_run r on r.commune_id = l.commune_id and r.id = l.run_id
            where l.commune_id = :commune
              and l.campaign_id = :campaign
              and (l.state = 'paid' or i.day < :before)
              and i.counts
              and i.amount_cents > 0
            """)
                .param("commune", commune.value())
                .param("campaign", campaign)
                .param("days", days)
                .param("before", before)
                .query((row, number) -> new OnTime(row.getLong("due"), row.getLong("on_time")))
                .single();
    }

    /** How many purchases before a day each shop has in lines that count. */
    public Map<UUID, Long> purchasesBefore(CommuneId commune, UUID campaign, LocalDate before) {
        Map<UUID, Long> counts = new HashMap<>();
        jdbc.sql("""
            select l.merchant_id, count(*) as purchases
            from reimbursement_item i
            join reimbursement_line l on l.commune_id = i.commune_id and l.id = i.line_id
            where l.commune_id = :commune
              and l.campaign_id = :campaign
              and i.counts
              and i.kind = 'spend'
              and i.day < :before
            group by l.merchant_id
            """)
                .param("commune", commune.value())
                .param("campaign", campaign)
                .param("before", before)
                .query(row -> {
                    counts.put(row.getObject("merchant_id", UUID.class), row.getLong("purchases"));
                });
        return counts;
    }

    /** The line with a reference of ours. */
    public Optional<RunLine> byReference(CommuneId commune, String endToEndId) {
        return jdbc.sql("select * from reimbursement_line where commune_id = :commune and end_to_end_id = :reference")
                .param("commune", commune.value())
                .param("reference", endToEndId)
                .query(LineStore::read)
                .optional();
    }

    private List<RunLine> select(CommuneId commune, String which, UUID value) {
        return jdbc.sql("select * from reimbursement_line where commune_id = :commune and " + which)
                .param("commune", commune.value())
                .param("value", value)
                .query(LineStore::read)
                .list();
    }

    private static RunLine read(ResultSet row, int number) throws SQLException {
        return new RunLine(
                row.getObject("id", UUID.class),
                row.getObject("run_id", UUID.class),
                row.getObject("campaign_id", UUID.class),
                row.getObject("merchant_id", UUID.class),
                row.getString("merchant_name"),
                row.getLong("amount_cents"),
                row.getInt("attempt"),
                row.getString("end_to_end_id"),
                new Iban(row.getString("iban")),
                row.getString("holder"),
                new Ogm(row.getString("ogm")),
                row.getObject("oldest_day", LocalDate.class),
                row.getInt("purchases"),
                LineState.of(row.getString("state")),
                Optional.ofNullable(row.getString("reject_reason")));
    }
}

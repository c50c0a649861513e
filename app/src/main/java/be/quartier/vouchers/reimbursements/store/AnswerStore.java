package be.quartier.vouchers.reimbursements.store;

import be.quartier.commune.CommuneId;
import be.quartier.vouchers.reimbursements.AnswerEffect;
import be.quartier.vouchers.reimbursements.AnswerOutcome;
import be.quartier.vouchers.reimbursements.AtBank;
import be.quartier.vouchers.reimbursements.TakenAnswer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code bank_answer} and {@code bank_answer_effect}. */
@Repository
public class AnswerStore {

    private final JdbcClient jdbc;

    /** @param jdbc as the application's role */
    public AnswerStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps that a file was read; false when the same bytes were read before. */
    public boolean add(CommuneId commune, TakenAnswer answer, byte[] sha256) {
        return jdbc.sql("""
            insert into bank_answer (commune_id, id, sha256, kind, file_name, at, by_person)
            values (:commune, :id, :sha, :kind, :name, :at, :by)
            on conflict (commune_id, sha256) do nothing
            """)
                        .param("commune", commune.value())
                        .param("id", answer.id())
                        .param("sha", sha256)
                        .param("kind", answer.kind())
                        .param("name", answer.fileName())
                        .param("at", answer.at().atOffset(ZoneOffset.UTC))
                        .param("by", answer.by())
                        .update()
                == 1;
    }

    /** Keeps how many things in it were not about us. */
    public void foreign(CommuneId commune, UUID answer, int count) {
        jdbc.sql("update bank_answer set foreign_items = :count where commune_id = :commune and id = :id")
                .param("count", count)
                .param("commune", commune.value())
                .param("id", answer)
                .update();
    }

    /** Keeps one thing a file said. */
    public void add(CommuneId commune, UUID id, UUID answer, AnswerEffect effect) {
        jdbc.sql("""
            insert into bank_answer_effect
              (commune_id, id, answer_id, run_id, line_id, merchant_name, amount_cents, outcome, reason)
            values (:commune, :id, :answer, :run, :line, :name, :cents, :outcome, :reason)
            """)
                .param("commune", commune.value())
                .param("id", id)
                .param("answer", answer)
                .param("run", effect.run())
                .param("line", effect.line().orElse(null))
                .param("name", effect.merchantName())
                .param("cents", effect.amountCents())
                .param("outcome", effect.outcome().code())
                .param("reason", effect.reason().orElse(null))
                .update();
    }

    /** The file with these bytes, which was read before. */
    public TakenAnswer bySha256(CommuneId commune, byte[] sha256) {
        return jdbc.sql("select * from bank_answer where commune_id = :commune and sha256 = :sha")
                .param("commune", commune.value())
                .param("sha", sha256)
                .query(AnswerStore::read)
                .single();
    }

    /** A file. */
    public Optional<TakenAnswer> find(CommuneId commune, UUID id) {
        return jdbc.sql("select * from bank_answer where commune_id = :commune and id = :id")
                .param("commune", commune.value())
                .param("id", id)
                .query(AnswerStore::read)
                .optional();
    }

    /** The newest files first. */
    public List<TakenAnswer> newest(CommuneId commune, int limit) {
        return jdbc.sql("select * from bank_answer where commune_id = :commune order by at desc, id limit :limit")
                .param("commune", commune.value())
                .param("limit", limit)
                .query(AnswerStore::read)
                .list();
    }

    /** What a file said, in its order. */
    public List<AnswerEffect> effects(CommuneId commune, UUID answer) {
        return jdbc.sql("""
            select e.*, r.number
            from bank_answer_effect e
            join reimbursement_run r on r.commune_id = e.commune_id and r.id = e.run_id
            where e.commune_id = :commune
              and e.answer_id = :answer
            order by e.id
            """)
                .param("commune", commune.value())
                .param("answer", answer)
                .query((row, number) -> new AnswerEffect(
                        row.getObject("run_id", UUID.class),
                        row.getInt("number"),
                        Optional.ofNullable(row.getObject("line_id", UUID.class)),
                        row.getString("merchant_name"),
                        row.getLong("amount_cents"),
                        AnswerOutcome.of(row.getString("outcome")),
                        Optional.ofNullable(row.getString("reason"))))
                .list();
    }

    /** The runs whose files went to the bank, locked in one order until the end of the transaction. */
    public List<AtBank> lockAtBank(CommuneId commune) {
        return atBank(commune, "order by id for update");
    }

    /** The same, newest first, for reading. */
    public List<AtBank> atBank(CommuneId commune) {
        return atBank(commune, "order by released_at desc");
    }

    private List<AtBank> atBank(CommuneId commune, String more) {
        return jdbc.sql("select id, number, debtor_iban from reimbursement_run where commune_id = :commune"
                        + " and state in ('released', 'executed') " + more)
                .param("commune", commune.value())
                .query((row, number) ->
                        new AtBank(row.getObject("id", UUID.class), row.getInt("number"), row.getString("debtor_iban")))
                .list();
    }

    private static TakenAnswer read(ResultSet row, int number) throws SQLException {
        return new TakenAnswer(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getString("file_name"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("by_person", UUID.class),
                row.getInt("foreign_items"));
    }
}

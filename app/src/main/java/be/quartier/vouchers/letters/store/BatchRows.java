package be.quartier.vouchers.letters.store;

import be.quartier.vouchers.letters.LetterBatch;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code letter_batch}. */
public final class BatchRows {

    private final JdbcClient jdbc;

    /** @param jdbc inside the transaction of a commune */
    public BatchRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps a new batch, to be checked; false when its id is there already. */
    public boolean add(int commune, LetterBatch batch) {
        return jdbc.sql("""
                                insert into letter_batch (commune_id, id, campaign_id, kind, state, reason, letters,
                                  vouchers, pages, created_by, created_at)
                                values (:commune, :id, :campaign, :kind, 'checking', :reason, :letters, :vouchers, :pages,
                                  :by, :at)
                                on conflict (commune_id, id) do nothing
                                """)
                        .param("commune", commune)
                        .param("id", batch.id())
                        .param("campaign", batch.campaign())
                        .param("kind", batch.kind().code())
                        .param("reason", batch.reason().orElse(null))
                        .param("letters", batch.letters())
                        .param("vouchers", batch.vouchers())
                        .param("pages", batch.pages())
                        .param("by", batch.createdBy())
                        .param("at", batch.createdAt().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Makes others who begin a batch of this campaign wait for this transaction; false when there is no campaign. */
    public boolean lockCampaign(int commune, UUID campaign) {
        return jdbc.sql("select id from campaign where commune_id = :commune and id = :campaign for no key update")
                .param("commune", commune)
                .param("campaign", campaign)
                .query(UUID.class)
                .optional()
                .isPresent();
    }

    /** A batch. */
    public Optional<LetterBatch> find(int commune, UUID id) {
        return jdbc.sql("select * from letter_batch where commune_id = :commune and id = :id")
                .param("commune", commune)
                .param("id", id)
                .query(BatchRows::read)
                .optional();
    }

    /** The batches of a campaign, the newest first. */
    public List<LetterBatch> of(int commune, UUID campaign) {
        return jdbc.sql("""
                        select * from letter_batch
                        where commune_id = :commune and campaign_id = :campaign
                        order by created_at desc
                        """)
                .param("commune", commune)
                .param("campaign", campaign)
                .query(BatchRows::read)
                .list();
    }

    /** Takes one batch to check, unless somebody else is at it. */
    public Optional<LetterBatch> take(int commune) {
        return jdbc.sql("""
                        select * from letter_batch
                        where commune_id = :commune and state = 'checking'
                        order by created_at
                        limit 1
                        for update skip locked
                        """).param("commune", commune).query(BatchRows::read).optional();
    }

    /** Says how far the check is. */
    public void checked(int commune, UUID id, int checked, Instant at) {
        jdbc.sql("""
                        update letter_batch
                        set checked = :checked,
                          state = case when :checked = letters then 'ready' else state end,
                          ready_at = case when :checked = letters then :at end
                        where commune_id = :commune and id = :id
                        """)
                .param("commune", commune)
                .param("id", id)
                .param("checked", checked)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Stops the check with its reason, or begins it again with none. */
    public void fault(int commune, UUID id, Optional<String> fault) {
        jdbc.sql("""
                        update letter_batch
                        set fault = :fault::text,
                          state = case when :fault::text is null then 'checking' else 'failed' end
                        where commune_id = :commune and id = :id and state <> 'ready'
                        """)
                .param("commune", commune)
                .param("id", id)
                .param("fault", fault.orElse(null))
                .update();
    }

    private static LetterBatch read(ResultSet row, int number) throws SQLException {
        return new LetterBatch(
                row.getObject("id", UUID.class),
                row.getObject("campaign_id", UUID.class),
                LetterBatch.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                LetterBatch.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getInt("letters"),
                row.getInt("vouchers"),
                row.getInt("pages"),
                row.getInt("checked"),
                Optional.ofNullable(row.getString("fault")),
                Optional.ofNullable(row.getString("reason")),
                row.getObject("created_by", UUID.class),
                row.getTimestamp("created_at").toInstant());
    }
}

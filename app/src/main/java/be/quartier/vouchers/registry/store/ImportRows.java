package be.quartier.vouchers.registry.store;

import be.quartier.vouchers.registry.Note;
import be.quartier.vouchers.registry.Reason;
import be.quartier.vouchers.registry.RegistryImport;
import be.quartier.vouchers.registry.RegistryImport.Counts;
import be.quartier.vouchers.registry.RegistryImport.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables {@code registry_import} and {@code registry_count}. */
public final class ImportRows {

    private static final String SELECT = """
            select id, campaign_id, file_name, sha256, scope, state, stopped_why, rows_total, work_total, work_done,
              reference, uploaded_by, uploaded_at, confirmed_at, ended_at
            from registry_import
            where commune_id = :commune
            """;

    private final JdbcClient jdbc;

    /** @param jdbc inside the transaction of a commune */
    public ImportRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds an import that waits for its clerk. */
    public void add(int commune, RegistryImport made) {
        jdbc.sql("""
                        insert into registry_import (commune_id, id, campaign_id, file_name, sha256, scope, state,
                          rows_total, work_total, reference, uploaded_by, uploaded_at)
                        values (:commune, :id, :campaign, :file, :sha256, :scope, 'preview', :rows, 0, :reference, :by, :at)
                        """)
                .param("commune", commune)
                .param("id", made.id())
                .param("campaign", made.campaign())
                .param("file", made.fileName())
                .param("sha256", HexFormat.of().parseHex(made.sha256()))
                .param("scope", made.scope().code())
                .param("rows", made.rows())
                .param("reference", made.reference())
                .param("by", made.uploadedBy())
                .param("at", utc(made.uploadedAt()))
                .update();
    }

    /** An import of this commune. */
    public Optional<RegistryImport> find(int commune, UUID id) {
        return one(SELECT + "and id = :id", commune, id);
    }

    /** The same, locked until the end of the transaction. */
    public Optional<RegistryImport> lock(int commune, UUID id) {
        return one(SELECT + "and id = :id for update", commune, id);
    }

    private Optional<RegistryImport> one(String sql, int commune, UUID id) {
        return jdbc.sql(sql)
                .param("commune", commune)
                .param("id", id)
                .query(ImportRows::read)
                .optional();
    }

    /** The imports of a campaign, the newest first. */
    public List<RegistryImport> ofCampaign(int commune, UUID campaign, int limit) {
        return jdbc.sql(SELECT + "and campaign_id = :campaign order by uploaded_at desc, id desc limit :limit")
                .param("commune", commune)
                .param("campaign", campaign)
                .param("limit", limit)
                .query(ImportRows::read)
                .list();
    }

    /** Imports in a state that were uploaded before a moment. */
    public List<RegistryImport> inState(int commune, State state, Instant before) {
        return jdbc.sql(SELECT + "and state = :state and uploaded_at < :before order by uploaded_at limit 100")
                .param("commune", commune)
                .param("state", state.code())
                .param("before", utc(before))
                .query(ImportRows::read)
                .list();
    }

    /** Whether another import of the campaign was confirmed or undone since a moment: a preview made then is out of date. */
    public boolean changedSince(int commune, UUID campaign, Instant since) {
        return jdbc.sql("""
                        select exists (
                          select 1 from registry_import
                          where commune_id = :commune and campaign_id = :campaign
                            and state in ('running', 'stopped', 'done', 'undone')
                            and greatest(confirmed_at, ended_at) >= :since)
                        """)
                .param("commune", commune)
                .param("campaign", campaign)
                .param("since", utc(since))
                .query(Boolean.class)
                .single();
    }

    /** Moves an import to a state; {@code ended_at} is set when nothing more will happen to its rows. */
    public void move(int commune, UUID id, State state, @Nullable String why, @Nullable UUID by, Instant at) {
        boolean started = state == State.RUNNING;
        boolean ended = state != State.STOPPED && !started;
        jdbc.sql("""
                        update registry_import
                        set state = :state, stopped_why = :why,
                          confirmed_by = case when :started and confirmed_by is null then :by else confirmed_by end,
                          confirmed_at = case when :started and confirmed_at is null then :at else confirmed_at end,
                          ended_by = case when :ended then :by else ended_by end,
                          ended_at = case when :ended then :at else ended_at end
                        where commune_id = :commune and id = :id
                        """)
                .param("commune", commune)
                .param("id", id)
                .param("state", state.code())
                .param("why", why)
                .param("started", started)
                .param("ended", ended)
                .param("by", by)
                .param("at", utc(at))
                .update();
    }

    /** Keeps what was found, for the history; the rows themselves go. */
    public void keepCounts(int commune, UUID id, Counts counts) {
        jdbc.sql("delete from registry_count where commune_id = :commune and import_id = :id")
                .param("commune", commune)
                .param("id", id)
                .update();
        counts.reasons().forEach((reason, count) -> keep(commune, id, "reason", reason.code(), count));
        counts.notes().forEach((note, count) -> keep(commune, id, "note", note.code(), count));
    }

    private void keep(int commune, UUID id, String kind, String code, int count) {
        jdbc.sql("insert into registry_count values (:commune, :id, :kind, :code, :count)")
                .param("commune", commune)
                .param("id", id)
                .param("kind", kind)
                .param("code", code)
                .param("count", count)
                .update();
    }

    /** What an import found. */
    public Counts counts(int commune, UUID id) {
        Map<Reason, Integer> reasons = new EnumMap<>(Reason.class);
        Map<Note, Integer> notes = new EnumMap<>(Note.class);
        jdbc.sql("select kind, code, row_count from registry_count where commune_id = :commune and import_id = :id")
                .param("commune", commune)
                .param("id", id)
                .query(row -> {
                    String code = row.getString("code");
                    if (row.getString("kind").equals("reason")) {
                        reasons.put(Codes.reason(code), row.getInt("row_count"));
                    } else {
                        notes.put(Codes.note(code), row.getInt("row_count"));
                    }
                });
        return new Counts(reasons, notes);
    }

    private static RegistryImport read(ResultSet row, int number) throws SQLException {
        return new RegistryImport(
                row.getObject("id", UUID.class),
                row.getObject("campaign_id", UUID.class),
                row.getString("file_name"),
                HexFormat.of().formatHex(row.getBytes("sha256")),
                Codes.scope(row.getString("scope")),
                Codes.state(row.getString("state")),
                Optional.ofNullable(row.getString("stopped_why")),
                row.getInt("rows_total"),
                row.getInt("work_total"),
                row.getInt("work_done"),
                row.getObject("reference", LocalDate.class),
                row.getObject("uploaded_by", UUID.class),
                row.getObject("uploaded_at", OffsetDateTime.class).toInstant(),
                instant(row, "confirmed_at"),
                instant(row, "ended_at"));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}

package be.quartier.vouchers.campaigns.store;

import be.quartier.vouchers.campaigns.ActLine;
import be.quartier.vouchers.campaigns.AgePyramid;
import be.quartier.vouchers.campaigns.BirthDate;
import be.quartier.vouchers.campaigns.CampaignState;
import be.quartier.vouchers.campaigns.Child;
import be.quartier.vouchers.campaigns.Regulation;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What lies in a campaign's file: the regulation, the acts, the typed age pyramid. */
public final class FileRows {

    private final JdbcClient jdbc;

    /** @param jdbc inside the transaction of a commune */
    public FileRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds an act. */
    public void add(int commune, UUID id, UUID campaign, ActLine line) {
        jdbc.sql("""
                        insert into campaign_act (commune_id, id, campaign_id, act, from_state, to_state, actor_id,
                          reason, from_day, to_day, budget_year, at)
                        values (:commune, :id, :campaign, :act, :fromState, :toState, :actor, :reason, :fromDay, :toDay,
                          :year, :at)
                        """)
                .param("commune", commune)
                .param("id", id)
                .param("campaign", campaign)
                .param("act", line.act())
                .param("fromState", line.from().code())
                .param("toState", line.to().code())
                .param("actor", line.actor().orElse(null))
                .param("reason", line.reason())
                .param("fromDay", line.fromDay().orElse(null))
                .param("toDay", line.toDay().orElse(null))
                .param("year", line.budgetYear().orElse(null))
                .param("at", line.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The acts on a campaign, the newest first. */
    public List<ActLine> acts(int commune, UUID campaign) {
        return jdbc.sql("""
                        select * from campaign_act
                        where commune_id = ? and campaign_id = ?
                        order by at desc, id desc
                        limit 200
                        """)
                .params(commune, campaign)
                .query((row, number) -> new ActLine(
                        row.getString("act"),
                        CampaignState.of(row.getString("from_state")),
                        CampaignState.of(row.getString("to_state")),
                        Optional.ofNullable(row.getObject("actor_id", UUID.class)),
                        row.getString("reason"),
                        Optional.ofNullable(row.getObject("from_day", LocalDate.class)),
                        Optional.ofNullable(row.getObject("to_day", LocalDate.class)),
                        Optional.ofNullable(row.getObject("budget_year", Integer.class)),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Keeps a version of the regulation; the same file twice is kept once. */
    public void addRegulation(int commune, UUID id, UUID campaign, Regulation file, UUID by, Instant at) {
        jdbc.sql("""
                        insert into campaign_document (commune_id, id, campaign_id, file_name, sha256, content, added_by,
                          added_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (commune_id, campaign_id, sha256) do nothing
                        """)
                .params(commune, id, campaign, file.fileName(), file.sha256(), file.content(), by)
                .param(at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The newest version of the regulation. */
    public Optional<Regulation> regulation(int commune, UUID campaign) {
        return jdbc.sql("""
                        select file_name, content from campaign_document
                        where commune_id = ? and campaign_id = ?
                        order by added_at desc, id desc
                        limit 1
                        """)
                .params(commune, campaign)
                .query((row, number) -> new Regulation(row.getString(1), row.getBytes(2)))
                .optional();
    }

    /**
     * The children of the newest registry extract that waits for confirmation: those that live here and were read once.
     */
    public List<Child> previewed(int commune, UUID campaign) {
        return jdbc.sql("""
                        select birth_year, birth_month, birth_day, coalesce(address_protected, false) as protected
                        from registry_row
                        where commune_id = :commune
                          and import_id = (
                            select id from registry_import
                            where commune_id = :commune and campaign_id = :campaign and state = 'preview'
                            order by uploaded_at desc, id desc
                            limit 1)
                          and verdict in ('new', 'changed', 'unchanged', 'on-proof', 'outside-age')
                          and birth_year is not null
                        """)
                .param("commune", commune)
                .param("campaign", campaign)
                .query((row, number) -> new Child(
                        new BirthDate(row.getInt(1), row.getInt(2), row.getInt(3)),
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        row.getBoolean(4)))
                .list();
    }

    /** Keeps the typed age pyramid. */
    public void keepPyramid(int commune, UUID campaign, AgePyramid pyramid) {
        jdbc.sql("""
                        insert into campaign_pyramid (commune_id, campaign_id, children) values (?, ?, ?)
                        on conflict (commune_id, campaign_id) do update set children = excluded.children
                        """)
                .params(commune, campaign, pyramid.children().toArray(Integer[]::new))
                .update();
    }

    /** The typed age pyramid. */
    public Optional<AgePyramid> pyramid(int commune, UUID campaign) {
        return jdbc.sql("select children from campaign_pyramid where commune_id = ? and campaign_id = ?")
                .params(commune, campaign)
                .query((row, number) ->
                        new AgePyramid(Arrays.asList((Integer[]) row.getArray(1).getArray())))
                .optional();
    }
}

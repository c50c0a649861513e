package be.quartier.vouchers.registry.store;

import be.quartier.vouchers.campaigns.BirthDate;
import be.quartier.vouchers.registry.FlaggedChild;
import be.quartier.vouchers.registry.StagedRow.Who;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the town hall decides on children of {@code registry_child}. */
public final class ChildRows {

    private final JdbcClient jdbc;

    /** @param jdbc inside the transaction of a commune */
    public ChildRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Children that wait for a decision, the oldest flag first, after one of them. */
    public List<FlaggedChild> flagged(int commune, UUID campaign, int limit) {
        return jdbc.sql("""
                        select id, last_name, first_name, birth_year, birth_month, birth_day, flagged, flagged_at
                        from registry_child
                        where commune_id = :commune and campaign_id = :campaign and flagged is not null
                        order by flagged_at, id
                        limit :limit
                        """)
                .param("commune", commune)
                .param("campaign", campaign)
                .param("limit", limit)
                .query((row, number) -> new FlaggedChild(
                        row.getObject("id", UUID.class),
                        new Who(
                                row.getString("last_name"),
                                row.getString("first_name"),
                                new BirthDate(
                                        row.getInt("birth_year"), row.getInt("birth_month"), row.getInt("birth_day"))),
                        row.getString("flagged"),
                        row.getObject("flagged_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** How many children wait for a decision. */
    public int countFlagged(int commune, UUID campaign) {
        return jdbc.sql("""
                        select count(*) from registry_child
                        where commune_id = :commune and campaign_id = :campaign and flagged is not null
                        """)
                .param("commune", commune)
                .param("campaign", campaign)
                .query(Integer.class)
                .single();
    }

    /** Settles a flagged child; false when it is not flagged any more. */
    public boolean settle(int commune, UUID campaign, UUID child, boolean keep, Instant at) {
        return jdbc.sql("""
                        update registry_child
                        set flagged = null, flagged_at = null,
                          kept_at = case when :keep then :at else kept_at end,
                          standing = case when :keep then standing else 'withdrawn' end,
                          letter_pending = letter_pending and :keep
                        where commune_id = :commune and campaign_id = :campaign and id = :child and flagged is not null
                        """)
                        .param("commune", commune)
                        .param("campaign", campaign)
                        .param("child", child)
                        .param("keep", keep)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Vouchers of the children that an import made, whatever their state. */
    public List<UUID> vouchers(int commune, UUID id) {
        return jdbc.sql("""
                        select v.id
                        from registry_child c
                        join voucher v on v.commune_id = c.commune_id and v.child_id = c.id
                        where c.commune_id = :commune and c.import_id = :import
                        """)
                .param("commune", commune)
                .param("import", id)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    /** Forgets the children that an import made, the households nobody is left in, and the flags it set. */
    public void forget(int commune, UUID campaign, UUID id, Optional<Instant> confirmed) {
        jdbc.sql("delete from registry_child where commune_id = :commune and import_id = :import")
                .param("commune", commune)
                .param("import", id)
                .update();
        jdbc.sql("""
                        delete from registry_household h
                        where h.commune_id = :commune and h.campaign_id = :campaign
                          and not exists (
                            select 1 from registry_child c
                            where c.commune_id = h.commune_id and c.household_id = h.id)
                        """).param("commune", commune).param("campaign", campaign).update();
        confirmed.ifPresent(since -> jdbc.sql("""
                        update registry_child set flagged = null, flagged_at = null
                        where commune_id = :commune and campaign_id = :campaign and flagged_at >= :since
                        """)
                .param("commune", commune)
                .param("campaign", campaign)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .update());
    }
}

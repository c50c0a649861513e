package be.quartier.vouchers.live.store;

import be.quartier.vouchers.live.HouseholdView;
import be.quartier.vouchers.live.HouseholdVoucher;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code household_view}: added to and read, never changed. */
public final class ViewRows {

    private static final int LIMIT = 500;

    private final JdbcClient jdbc;

    /** @param jdbc inside the transaction of a commune */
    public ViewRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The household of the voucher with this number; the voucher itself when it is to bearer. */
    public Optional<UUID> householdOf(int commune, UUID campaign, int serial) {
        return jdbc.sql("""
                        select coalesce(k.household_id, v.id)
                        from voucher v
                        left join registry_child k on k.commune_id = v.commune_id and k.id = v.child_id
                        where v.commune_id = ? and v.campaign_id = ? and v.serial = ?
                        """).params(commune, campaign, serial).query(UUID.class).optional();
    }

    /** Adds a look. */
    public void add(int commune, HouseholdView view) {
        jdbc.sql("""
                        insert into household_view (commune_id, id, campaign_id, household_id, viewer_id, reason, at, until)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(commune, view.id(), view.campaign(), view.household(), view.viewer(), view.reason())
                .param(view.at().atOffset(ZoneOffset.UTC))
                .param(view.until().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** One look. */
    public Optional<HouseholdView> find(int commune, UUID id) {
        return jdbc.sql("select * from household_view where commune_id = ? and id = ?")
                .params(commune, id)
                .query((row, number) -> read(row))
                .optional();
    }

    /** The looks at a household, the newest first, served by the index on household. */
    public List<HouseholdView> ofHousehold(int commune, UUID household) {
        return jdbc.sql("""
                        select * from household_view
                        where commune_id = ? and household_id = ?
                        order by at desc, id desc
                        limit ?
                        """)
                .params(commune, household, LIMIT)
                .query((row, number) -> read(row))
                .list();
    }

    /** The newest looks of the commune. */
    public List<HouseholdView> newest(int commune, int limit) {
        return jdbc.sql("select * from household_view where commune_id = ? order by at desc, id desc limit ?")
                .params(commune, limit)
                .query((row, number) -> read(row))
                .list();
    }

    /** The vouchers of the household looked at. */
    public List<HouseholdVoucher> vouchers(int commune, HouseholdView look) {
        return jdbc.sql("""
                        select v.id, v.serial, coalesce(left(k.first_name, 1), '') as initial, v.state, v.face_cents
                        from voucher v
                        left join registry_child k on k.commune_id = v.commune_id and k.id = v.child_id
                        where v.commune_id = ? and v.campaign_id = ?
                          and (v.id = ? or v.child_id in (
                            select id from registry_child where commune_id = ? and household_id = ?))
                        order by v.serial
                        """)
                .params(commune, look.campaign(), look.household(), commune, look.household())
                .query((row, number) -> new HouseholdVoucher(
                        row.getObject("id", UUID.class),
                        row.getInt("serial"),
                        row.getString("initial"),
                        row.getString("state"),
                        row.getLong("face_cents")))
                .list();
    }

    private static HouseholdView read(ResultSet row) throws SQLException {
        return new HouseholdView(
                row.getObject("id", UUID.class),
                row.getObject("campaign_id", UUID.class),
                row.getObject("household_id", UUID.class),
                row.getObject("viewer_id", UUID.class),
                row.getString("reason"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("until", OffsetDateTime.class).toInstant());
    }
}

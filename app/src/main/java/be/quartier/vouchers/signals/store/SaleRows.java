package be.quartier.vouchers.signals.store;

import java.sql.ResultSet;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

/** What the patterns need to know about vouchers, households, devices and wrong codes. */
public final class SaleRows {

    private final JdbcClient jdbc;

    /** @param jdbc inside the transaction of a commune */
    public SaleRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A voucher; its household is itself when it is to bearer. */
    public record Face(int serial, UUID household, long cents) {}

    /** The merchants that take a campaign's vouchers, or took them. */
    public List<UUID> merchants(int commune, UUID campaign) {
        return jdbc.sql(
                        "select merchant_id from acceptance where commune_id = ? and campaign_id = ? order by merchant_id")
                .params(commune, campaign)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    /** These vouchers, by id. */
    public Map<UUID, Face> faces(int commune, Collection<UUID> vouchers) {
        Map<UUID, Face> faces = new HashMap<>();
        jdbc.sql("""
                        select v.id, v.serial, v.face_cents, coalesce(k.household_id, v.id) as household
                        from voucher v
                        left join registry_child k on k.commune_id = v.commune_id and k.id = v.child_id
                        where v.commune_id = ? and v.id = any (?)
                        """)
                .param(commune)
                .param(new SqlArrayValue("uuid", vouchers.toArray()))
                .query((ResultSet row) -> {
                    faces.put(
                            row.getObject("id", UUID.class),
                            new Face(
                                    row.getInt("serial"),
                                    row.getObject("household", UUID.class),
                                    row.getLong("face_cents")));
                });
        return faces;
    }

    /** Households of a campaign at an address, and what their vouchers were issued with. Boxes are not compared. */
    public Map<UUID, Long> homes(int commune, UUID campaign, String postcode, String street, String number) {
        Map<UUID, Long> homes = new HashMap<>();
        jdbc.sql("""
                        select h.id, sum(v.face_cents) as cents
                        from registry_household h
                        join registry_child k on k.commune_id = h.commune_id and k.household_id = h.id
                        join voucher v on v.commune_id = k.commune_id and v.child_id = k.id
                        where h.commune_id = ?
                          and h.campaign_id = ?
                          and h.postcode = ?
                          and lower(h.street) = lower(?)
                          and lower(h.number) = lower(?)
                        group by h.id
                        """).params(commune, campaign, postcode, street, number).query((ResultSet row) -> {
            homes.put(row.getObject("id", UUID.class), row.getLong("cents"));
        });
        return homes;
    }

    /** Shops that share a device with another shop, and when the last of it became a till. */
    public Map<UUID, Shared> sharedDevices(int commune) {
        Map<UUID, Shared> shared = new HashMap<>();
        jdbc.sql("""
                        select distinct on (d.merchant_id) d.merchant_id, d.till_id, d.since, o.shops
                        from till_device d
                        join (
                          select device_hash, count(distinct merchant_id) as shops
                          from till_device
                          where commune_id = :commune
                          group by device_hash
                          having count(distinct merchant_id) > 1
                        ) o on o.device_hash = d.device_hash
                        where d.commune_id = :commune
                        order by d.merchant_id, d.since desc
                        """).param("commune", commune).query((ResultSet row) -> {
            shared.put(
                    row.getObject("merchant_id", UUID.class),
                    new Shared(
                            row.getObject("till_id", UUID.class),
                            row.getLong("shops"),
                            row.getObject("since", java.time.OffsetDateTime.class)
                                    .toInstant()));
        });
        return shared;
    }

    /** A till on a device that is a till of other shops too. */
    public record Shared(UUID till, long shops, Instant since) {}

    /** Keeps on which device a till is. */
    public void addDevice(int commune, UUID till, UUID merchant, byte[] hash, Instant since) {
        jdbc.sql("""
                        insert into till_device (commune_id, till_id, merchant_id, device_hash, since)
                        values (?, ?, ?, ?, ?)
                        on conflict (commune_id, till_id) do nothing
                        """)
                .params(commune, till, merchant, hash, since.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Forgets devices that became tills before an instant. */
    public void forgetDevices(int commune, Instant before) {
        jdbc.sql("delete from till_device where commune_id = ? and since < ?")
                .params(commune, before.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** How many wrong codes each shop typed since an instant. */
    public Map<UUID, Long> wrongCodes(int commune, Instant since) {
        Map<UUID, Long> counts = new HashMap<>();
        jdbc.sql("select merchant_id, count(*) from wrong_code where commune_id = ? and at >= ? group by merchant_id")
                .params(commune, since.atOffset(ZoneOffset.UTC))
                .query((ResultSet row) -> {
                    counts.put(row.getObject(1, UUID.class), row.getLong(2));
                });
        return counts;
    }
}

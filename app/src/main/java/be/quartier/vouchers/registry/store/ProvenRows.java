package be.quartier.vouchers.registry.store;

import be.quartier.vouchers.campaigns.BirthDate;
import be.quartier.vouchers.registry.ProvenPeople.Claimed;
import be.quartier.vouchers.registry.ProvenPeople.Known;
import be.quartier.vouchers.registry.extract.Address;
import be.quartier.vouchers.registry.extract.Likeness;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People of {@code registry_child} who are looked up, entitled or entered by an application with a proof. */
public final class ProvenRows {

    private static final int LOOKED_AT_MAX = 200;
    private static final int SHOWN_MAX = 6;

    private final JdbcClient jdbc;

    /** @param jdbc inside the transaction of a commune */
    public ProvenRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A person about to be entered. */
    @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
    public record New(UUID child, UUID household, byte[] nissHash, byte[] likeness) {}

    /** Who agrees in everything, or in the birth date and in the home or one of the names. */
    public List<Known> like(int commune, UUID campaign, byte[] likeness, Claimed who) {
        return jdbc
                .sql("""
                        select c.id, c.last_name, c.first_name, c.birth_year, c.birth_month, c.birth_day,
                          c.likeness = :likeness as same, h.postal_sort = :sort as at_home,
                          c.standing = 'withdrawn' as withdrawn,
                          (select count(*) from voucher v
                           where v.commune_id = c.commune_id and v.child_id = c.id and v.state <> 'cancelled') as vouchers
                        from registry_child c
                        join registry_household h on h.commune_id = c.commune_id and h.id = c.household_id
                        where c.commune_id = :commune and c.campaign_id = :campaign
                          and (c.likeness = :likeness
                            or (c.birth_year = :year and c.birth_month in (0, :month) and c.birth_day in (0, :day)))
                        order by same desc, at_home desc, c.id
                        limit :limit
                        """)
                .param("commune", commune)
                .param("campaign", campaign)
                .param("likeness", likeness)
                .param("sort", who.address().postalSort())
                .param("year", who.birth().getYear())
                .param("month", who.birth().getMonthValue())
                .param("day", who.birth().getDayOfMonth())
                .param("limit", LOOKED_AT_MAX)
                .query(ProvenRows::read)
                .list()
                .stream()
                .filter(known -> known.same()
                        || known.atHome()
                        || Likeness.same(known.lastName(), who.lastName())
                        || Likeness.same(known.firstName(), who.firstName()))
                .sorted(Comparator.comparing(Known::same)
                        .thenComparing(Known::atHome)
                        .reversed())
                .limit(SHOWN_MAX)
                .toList();
    }

    private static Known read(ResultSet row, int number) throws SQLException {
        return new Known(
                row.getObject("id", UUID.class),
                row.getString("last_name"),
                row.getString("first_name"),
                new BirthDate(row.getInt("birth_year"), row.getInt("birth_month"), row.getInt("birth_day")),
                row.getBoolean("same"),
                row.getBoolean("at_home"),
                row.getBoolean("withdrawn"),
                row.getInt("vouchers"));
    }

    /** How many people of a campaign's registry live at an address. */
    public int atHome(int commune, UUID campaign, String postalSort) {
        return jdbc.sql("""
                        select count(*)
                        from registry_household h
                        join registry_child c on c.commune_id = h.commune_id and c.household_id = h.id
                        where h.commune_id = :commune and h.campaign_id = :campaign and h.postal_sort = :sort
                        """)
                .param("commune", commune)
                .param("campaign", campaign)
                .param("sort", postalSort)
                .query(Integer.class)
                .single();
    }

    /** Entitles a person and keeps the entitlement from being flagged by the next extract. */
    public void entitle(int commune, UUID campaign, UUID child, Instant at) {
        jdbc.sql("""
                        update registry_child
                        set standing = 'entitled', letter_pending = true, import_id = null, flagged = null, flagged_at = null,
                          kept_at = :at
                        where commune_id = :commune and campaign_id = :campaign and id = :child
                        """)
                .param("commune", commune)
                .param("campaign", campaign)
                .param("child", child)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Adds a household; hidden as soon as anybody at the same door is, in the district of its street when that is known. */
    public void addHousehold(int commune, UUID campaign, UUID id, byte[] key, Claimed who, Instant at) {
        Address address = who.address();
        jdbc.sql("""
                        insert into registry_household (commune_id, id, campaign_id, household_key, language, street, number,
                          box, postcode, town, district, postal_sort, address_protected, created_at)
                        values (:commune, :id, :campaign, :key, :language, :street, :number, :box, :postcode, :town,
                          coalesce((select max(n.district) from registry_household n
                            where n.commune_id = :commune and n.campaign_id = :campaign and n.postcode = :postcode
                              and n.street = :street), ''),
                          :sort,
                          exists (select from registry_household n
                            where n.commune_id = :commune and n.campaign_id = :campaign and n.postal_sort = :sort
                              and n.address_protected),
                          :at)
                        """)
                .param("commune", commune)
                .param("id", id)
                .param("campaign", campaign)
                .param("key", key)
                .param("language", who.language().code())
                .param("street", address.street())
                .param("number", address.number())
                .param("box", address.box())
                .param("postcode", address.postcode())
                .param("town", address.town())
                .param("sort", address.postalSort())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Adds a person, entitled. */
    public void addChild(int commune, UUID campaign, New made, Claimed who, Instant at) {
        jdbc.sql("""
                        insert into registry_child (commune_id, id, campaign_id, household_id, import_id, niss_hash, likeness,
                          last_name, first_name, birth_year, birth_month, birth_day, standing, kept_at, letter_pending,
                          created_at)
                        values (:commune, :child, :campaign, :household, null, :niss, :likeness, :last, :first, :year, :month,
                          :day, 'entitled', :at, true, :at)
                        """)
                .param("commune", commune)
                .param("child", made.child())
                .param("campaign", campaign)
                .param("household", made.household())
                .param("niss", made.nissHash())
                .param("likeness", made.likeness())
                .param("last", who.lastName())
                .param("first", who.firstName())
                .param("year", who.birth().getYear())
                .param("month", who.birth().getMonthValue())
                .param("day", who.birth().getDayOfMonth())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }
}

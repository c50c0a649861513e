package be.quartier.vouchers.live.store;

import be.quartier.vouchers.campaigns.BirthDate;
import be.quartier.vouchers.live.AgeBand;
import be.quartier.vouchers.live.Place;
import be.quartier.vouchers.store.BulkJoins;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

/** Vouchers with their district and age band, and the shops behind the ledger's accounts. */
public final class PlaceRows {

    private static final int FETCH = 5_000;

    private static final String PLACES = """
            select v.id, coalesce(k.household_id, v.id) as household_id, coalesce(h.district, '') as district,
              k.birth_year, k.birth_month, k.birth_day
            from voucher v
            left join registry_child k on k.commune_id = v.commune_id and k.id = v.child_id
            left join registry_household h on h.commune_id = k.commune_id and h.id = k.household_id
            where v.commune_id = ?
            """;

    private final JdbcClient jdbc;

    /** @param jdbc inside the transaction of a commune */
    public PlaceRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Every voucher of a campaign: one scan of the campaign's vouchers by their serial's index. */
    public void ofCampaign(int commune, UUID campaign, LocalDate reference, Consumer<Place> each) {
        BulkJoins.in(jdbc, () -> {
            jdbc.sql(PLACES + "and v.campaign_id = ?")
                    .params(commune, campaign)
                    .withFetchSize(FETCH)
                    .query((ResultSet row) -> each.accept(read(row, reference)));
            return true;
        });
    }

    /** These vouchers, each by primary key. */
    public List<Place> of(int commune, List<UUID> vouchers, LocalDate reference) {
        return jdbc.sql(PLACES + "and v.id = any (?)")
                .param(commune)
                .param(new SqlArrayValue("uuid", vouchers.toArray()))
                .query((row, number) -> read(row, reference))
                .list();
    }

    /** The shop behind each payable account of a campaign. */
    public Map<UUID, UUID> merchantsByPayable(int commune, UUID campaign) {
        var merchants = new HashMap<UUID, UUID>();
        jdbc.sql("select payable_id, merchant_id from acceptance where commune_id = ? and campaign_id = ?")
                .params(commune, campaign)
                .query((ResultSet row) -> {
                    merchants.put(row.getObject(1, UUID.class), row.getObject(2, UUID.class));
                });
        return merchants;
    }

    private static Place read(ResultSet row, LocalDate reference) throws SQLException {
        int year = row.getInt("birth_year");
        var band = row.wasNull()
                ? Optional.<Integer>empty()
                : new BirthDate(year, row.getInt("birth_month"), row.getInt("birth_day")).ageOn(reference);
        return new Place(
                row.getObject("id", UUID.class),
                row.getObject("household_id", UUID.class),
                row.getString("district"),
                band.map(AgeBand::of).orElse(AgeBand.UNKNOWN));
    }
}

package be.quartier.shop.orders;

import be.quartier.commune.Brussels;
import be.quartier.commune.Tenancy;
import be.quartier.merchants.Merchants;
import be.quartier.shop.Modality;
import be.quartier.shop.orders.SellingTerms.Way;
import be.quartier.shop.terms.Channels;
import be.quartier.shop.terms.Substitution;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is on sale in the current commune, and on which terms. */
@Component
@Transactional(readOnly = true)
public class Offers {

    private static final String OFFER = """
        select v.id, v.product_id, p.merchant_id, p.name, v.name as variant_name, v.unit, v.price_cents, v.step_grams,
          v.deposit_cents, p.vat_permille, v.lead_days, p.minimum_age,
          n.units, n.quantities, n.available
        from variant v
        join product p on p.commune_id = v.commune_id and p.id = v.product_id and p.state = 'published'
        join shop_terms t on t.commune_id = p.commune_id and t.merchant_id = p.merchant_id and t.published_at is not null
        left join lateral (
          select array_agg(d.unit_id) as units, array_agg(d.quantity) as quantities,
            min(u.available / d.quantity) as available
          from variant_need d
          join reservable_unit u on u.commune_id = d.commune_id and u.id = d.unit_id
          where d.commune_id = v.commune_id and d.variant_id = v.id
        ) n on true
        where v.commune_id = :commune and v.ended_at is null
          and (p.season_from is null
            or case when p.season_from <= p.season_until then :day between p.season_from and p.season_until
               else :day >= p.season_from or :day <= p.season_until end)
        """;

    private final JdbcClient jdbc;
    private final Merchants merchants;
    private final InstantSource clock;

    Offers(JdbcClient jdbc, Merchants merchants, InstantSource clock) {
        this.jdbc = jdbc;
        this.merchants = merchants;
        this.clock = clock;
    }

    /** A product with its variants, as the list of products gives it. */
    public record Goods(UUID id, String name, UUID merchant, String merchantName, List<Offer> variants) {
        /** Copies. */
        public Goods {
            variants = List.copyOf(variants);
        }
    }

    /** The variants of these ids that are on sale; whether the merchant takes part is for {@link #terms} to say. */
    public Map<UUID, Offer> offers(Collection<UUID> variants) {
        Map<UUID, Offer> found = new HashMap<>();
        jdbc.sql(OFFER + " and v.id = any (:ids)")
                .param("commune", commune())
                .param("day", day())
                .param("ids", new SqlArrayValue("uuid", variants.toArray()))
                .query((ResultSet row) -> {
                    Offer offer = offer(row);
                    found.put(offer.variant(), offer);
                });
        return found;
    }

    /** A page of the products that can be ordered here, by id; {@code after} is the last one of the page before. */
    public List<Goods> goods(Optional<UUID> after, int limit) {
        Map<UUID, String> sellers = new HashMap<>();
        merchants.accepted().forEach(one -> sellers.put(one.id(), one.name()));
        Map<UUID, Goods> page = new LinkedHashMap<>();
        jdbc.sql(OFFER + """
             and p.id in (
              select q.id from product q
              join shop_terms s on s.commune_id = q.commune_id and s.merchant_id = q.merchant_id
                and s.published_at is not null and s.channels @> '{web}'
              where q.commune_id = :commune and q.state = 'published' and q.merchant_id = any (:sellers)
                and (q.season_from is null
                  or case when q.season_from <= q.season_until then :day between q.season_from and q.season_until
                     else :day >= q.season_from or :day <= q.season_until end)
                and q.id > :after
                and exists (select 1 from variant w
                  where w.commune_id = q.commune_id and w.product_id = q.id and w.ended_at is null)
              order by q.id limit :limit)
            order by p.id, v.position, v.id
            """)
                .param("commune", commune())
                .param("day", day())
                .param("sellers", new SqlArrayValue("uuid", sellers.keySet().toArray()))
                .param("after", after.orElse(new UUID(0, 0)))
                .param("limit", limit)
                .query((ResultSet row) -> {
                    Offer offer = offer(row);
                    String name = row.getString("name");
                    Goods before = page.get(offer.product());
                    List<Offer> variants = new ArrayList<>(before == null ? List.of() : before.variants());
                    variants.add(offer);
                    String seller = sellers.getOrDefault(offer.merchant(), "");
                    page.put(offer.product(), new Goods(offer.product(), name, offer.merchant(), seller, variants));
                });
        return List.copyOf(page.values());
    }

    /** On which terms these merchants sell; those that do not take part or have no open shop front are left out. */
    public Map<UUID, SellingTerms> terms(Collection<UUID> of) {
        Map<UUID, List<Way>> ways = new HashMap<>();
        jdbc.sql("""
            select p.merchant_id, p.modality, p.detail from shop_payment p
            where p.commune_id = :commune and p.merchant_id = any (:ids)
              and (p.modality <> 'online' or exists (select 1 from payment_key k
                where k.commune_id = p.commune_id and k.merchant_id = p.merchant_id and k.state = 'works'))
            order by p.merchant_id, p.position
            """)
                .param("commune", commune())
                .param("ids", new SqlArrayValue("uuid", of.toArray()))
                .query((ResultSet row) -> {
                    Modality.of(row.getString(2)).ifPresent(modality -> {
                        try {
                            ways.computeIfAbsent(row.getObject(1, UUID.class), _ -> new ArrayList<>())
                                    .add(new Way(modality, row.getString(3)));
                        } catch (SQLException e) {
                            throw new IllegalStateException(e);
                        }
                    });
                });
        Map<UUID, String> names = merchants.names(of);
        Map<UUID, SellingTerms> terms = new HashMap<>();
        jdbc.sql("""
            select merchant_id, pickup, delivery, minimum_cents, cycle_minimum_cents, preparation_minutes, cut_off,
              weight_margin, substitution, channels, order_phone, order_page
            from shop_terms
            where commune_id = :commune and merchant_id = any (:ids) and published_at is not null
            """)
                .param("commune", commune())
                .param("ids", new SqlArrayValue("uuid", of.toArray()))
                .query((ResultSet row) -> {
                    UUID merchant = row.getObject("merchant_id", UUID.class);
                    String name = names.get(merchant);
                    if (name != null) {
                        terms.put(merchant, terms(row, merchant, name, ways));
                    }
                });
        return terms;
    }

    private static SellingTerms terms(ResultSet row, UUID merchant, String name, Map<UUID, List<Way>> ways)
            throws SQLException {
        return new SellingTerms(
                merchant,
                name,
                row.getBoolean("pickup"),
                row.getBoolean("delivery"),
                row.getLong("minimum_cents"),
                row.getLong("cycle_minimum_cents"),
                row.getInt("preparation_minutes"),
                Optional.ofNullable(row.getObject("cut_off", LocalTime.class)),
                row.getInt("weight_margin"),
                Substitution.of(row.getString("substitution")).orElseThrow(),
                Channels.read(row),
                ways.getOrDefault(merchant, List.of()));
    }

    private static Offer offer(ResultSet row) throws SQLException {
        String variant = row.getString("variant_name");
        String name = row.getString("name");
        Map<UUID, Integer> needs = new HashMap<>();
        java.sql.Array units = row.getArray("units");
        if (units != null) {
            UUID[] ids = (UUID[]) units.getArray();
            Integer[] quantities = (Integer[]) row.getArray("quantities").getArray();
            for (int at = 0; at < ids.length; at++) {
                needs.put(ids[at], quantities[at]);
            }
        }
        return new Offer(
                row.getObject("id", UUID.class),
                row.getObject("product_id", UUID.class),
                row.getObject("merchant_id", UUID.class),
                variant.isEmpty() ? name : name + ", " + variant,
                Unit.of(row.getString("unit")),
                row.getLong("price_cents"),
                integer(row, "step_grams"),
                row.getLong("deposit_cents"),
                row.getInt("vat_permille"),
                row.getInt("lead_days"),
                integer(row, "minimum_age"),
                needs,
                needs.isEmpty() ? OptionalLong.empty() : OptionalLong.of(row.getLong("available")));
    }

    private static OptionalInt integer(ResultSet row, String column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? OptionalInt.empty() : OptionalInt.of(value);
    }

    private int day() {
        Instant now = clock.instant();
        LocalDate day = Brussels.dateOf(now);
        return day.getMonthValue() * 100 + day.getDayOfMonth();
    }

    private static int commune() {
        return Tenancy.required().value();
    }
}

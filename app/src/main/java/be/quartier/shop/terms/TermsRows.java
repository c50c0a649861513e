package be.quartier.shop.terms;

import be.quartier.shop.Modality;
import be.quartier.shop.OrderSource;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables {@code shop_terms} and {@code shop_payment}. */
final class TermsRows {

    private final JdbcClient jdbc;

    TermsRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<UUID, Terms> of(int commune, Collection<UUID> merchants) {
        return read(commune, "merchant_id = any (:merchants)", merchants.toArray(UUID[]::new));
    }

    Map<UUID, Terms> published(int commune) {
        return read(commune, "published_at is not null", new UUID[0]);
    }

    /** Whether the front is open; whoever changes the same terms waits until this transaction ends. */
    boolean lockedAndPublished(int commune, UUID merchant) {
        return jdbc.sql("""
                        select published_at is not null
                        from shop_terms
                        where commune_id = :commune and merchant_id = :merchant
                        for update
                        """)
                .param("commune", commune)
                .param("merchant", merchant)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    void put(int commune, Terms terms, Instant now) {
        jdbc.sql("""
                        insert into shop_terms
                          (commune_id, merchant_id, pickup, delivery, minimum_cents, cycle_minimum_cents,
                           preparation_minutes, cut_off, substitution, weight_margin, story, channels, order_phone,
                           order_page, updated_at)
                        values (:commune, :merchant, :pickup, :delivery, :minimum, :cycle,
                                :preparation, :cutoff::time, :substitution, :margin, :story, :channels, :phone,
                                :page, :now)
                        on conflict (commune_id, merchant_id) do update
                        set pickup = excluded.pickup, delivery = excluded.delivery,
                            minimum_cents = excluded.minimum_cents,
                            cycle_minimum_cents = excluded.cycle_minimum_cents,
                            preparation_minutes = excluded.preparation_minutes, cut_off = excluded.cut_off,
                            substitution = excluded.substitution, weight_margin = excluded.weight_margin,
                            story = excluded.story, channels = excluded.channels,
                            order_phone = excluded.order_phone, order_page = excluded.order_page, updated_at = excluded.updated_at
                        """)
                .param("commune", commune)
                .param("merchant", terms.merchant())
                .param("pickup", terms.pickup())
                .param("delivery", terms.delivery())
                .param("minimum", terms.minimumCents())
                .param("cycle", terms.cycleMinimumCents())
                .param("preparation", terms.preparationMinutes())
                .param("cutoff", terms.cutOff().map(LocalTime::toString).orElse(null))
                .param("substitution", terms.substitution().code())
                .param("margin", terms.weightMargin())
                .param("story", terms.story())
                .param(
                        "channels",
                        terms.channels().open().stream()
                                .map(OrderSource::code)
                                .sorted()
                                .toArray(String[]::new))
                .param("phone", terms.channels().phone())
                .param("page", terms.channels().page())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        putWays(commune, terms);
    }

    private void putWays(int commune, Terms terms) {
        jdbc.sql("delete from shop_payment where commune_id = :commune and merchant_id = :merchant")
                .param("commune", commune)
                .param("merchant", terms.merchant())
                .update();
        for (int i = 0; i < terms.ways().size(); i++) {
            PaymentWay way = terms.ways().get(i);
            jdbc.sql("""
                            insert into shop_payment (commune_id, merchant_id, modality, position, detail)
                            values (:commune, :merchant, :modality, :position, :detail)
                            """)
                    .param("commune", commune)
                    .param("merchant", terms.merchant())
                    .param("modality", way.modality().code())
                    .param("position", i)
                    .param("detail", way.detail())
                    .update();
        }
    }

    /** Opens the front; false when it is open or there are no terms. */
    boolean open(int commune, UUID merchant, Instant now) {
        return jdbc.sql("""
                        update shop_terms
                        set published_at = :now, updated_at = :now
                        where commune_id = :commune and merchant_id = :merchant and published_at is null
                        """)
                        .param("commune", commune)
                        .param("merchant", merchant)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Closes the front; false when it is closed. */
    boolean close(int commune, UUID merchant, Instant now) {
        return jdbc.sql("""
                        update shop_terms
                        set published_at = null, updated_at = :now
                        where commune_id = :commune and merchant_id = :merchant and published_at is not null
                        """)
                        .param("commune", commune)
                        .param("merchant", merchant)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Whether the merchant has a product to sell. */
    boolean hasGoods(int commune, UUID merchant) {
        return jdbc.sql("""
                        select exists (select from product p
                          where p.commune_id = :commune and p.merchant_id = :merchant and p.state = 'published')
                        """)
                .param("commune", commune)
                .param("merchant", merchant)
                .query(Boolean.class)
                .single();
    }

    private Map<UUID, Terms> read(int commune, String which, UUID[] merchants) {
        Map<UUID, List<PaymentWay>> ways = new HashMap<>();
        jdbc.sql("""
                        select p.merchant_id, p.modality, p.detail
                        from shop_payment p
                        where p.commune_id = :commune
                          and p.merchant_id in (select merchant_id from shop_terms where commune_id = :commune and
                        """ + which + ") order by p.merchant_id, p.position")
                .param("commune", commune)
                .param("merchants", merchants)
                .query(row -> {
                    ways.computeIfAbsent(row.getObject("merchant_id", UUID.class), key -> new ArrayList<>())
                            .add(way(row));
                });
        Map<UUID, Terms> terms = new HashMap<>();
        jdbc.sql("select * from shop_terms where commune_id = :commune and " + which)
                .param("commune", commune)
                .param("merchants", merchants)
                .query(row -> {
                    UUID merchant = row.getObject("merchant_id", UUID.class);
                    terms.put(merchant, terms(row, merchant, ways.getOrDefault(merchant, List.of())));
                });
        return terms;
    }

    private static PaymentWay way(ResultSet row) throws SQLException {
        return new PaymentWay(Modality.of(row.getString("modality")).orElseThrow(), row.getString("detail"));
    }

    private static Terms terms(ResultSet row, UUID merchant, List<PaymentWay> ways) throws SQLException {
        return new Terms(
                merchant,
                Optional.ofNullable(row.getObject("published_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                row.getBoolean("pickup"),
                row.getBoolean("delivery"),
                row.getLong("minimum_cents"),
                row.getLong("cycle_minimum_cents"),
                row.getInt("preparation_minutes"),
                Optional.ofNullable(row.getObject("cut_off", LocalTime.class)),
                Substitution.of(row.getString("substitution")).orElseThrow(),
                row.getInt("weight_margin"),
                row.getString("story"),
                Channels.read(row),
                ways);
    }
}

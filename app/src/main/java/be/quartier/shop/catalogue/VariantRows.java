package be.quartier.shop.catalogue;

import be.quartier.commune.CommuneId;
import be.quartier.shop.stock.Stock;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Rows of {@code variant} and {@code variant_need}; what is free of a stock changes through {@link Stock} alone. */
@Repository
class VariantRows {

    private final JdbcClient jdbc;
    private final Stock stock;

    VariantRows(JdbcClient jdbc, Stock stock) {
        this.jdbc = jdbc;
        this.stock = stock;
    }

    /** The variants that are not ended of these products, in their order. */
    Map<UUID, List<Variant>> of(CommuneId commune, Collection<UUID> products) {
        Map<UUID, List<Variant>> all = new LinkedHashMap<>();
        if (products.isEmpty()) {
            return all;
        }
        jdbc.sql("""
            select v.id, v.product_id, v.name, v.sku, v.unit, v.price_cents, v.step_grams, v.deposit_cents,
                   v.weight_grams, v.lead_days, s.available
            from variant v
            left join lateral (
              select min(u.available / n.quantity) as available
              from variant_need n
              join reservable_unit u on u.commune_id = n.commune_id and u.id = n.unit_id
              where n.commune_id = v.commune_id and n.variant_id = v.id) s on true
            where v.commune_id = :commune
              and v.product_id = any (:products)
              and v.ended_at is null
            order by v.product_id, v.position, v.id
            """)
                .param("commune", commune.value())
                .param("products", products.toArray(UUID[]::new))
                .query((row, number) -> variant(row))
                .list()
                .forEach(variant -> all.computeIfAbsent(variant.product(), _ -> new ArrayList<>())
                        .add(variant));
        return all;
    }

    /** Adds a variant after the others; false when there is one of this id. */
    boolean add(CommuneId commune, UUID id, UUID product, VariantFacts facts) {
        return said(jdbc.sql("""
            insert into variant (commune_id, id, product_id, position, name, sku, unit, price_cents, step_grams,
              deposit_cents, weight_grams, lead_days)
            select :commune, :id, :product, count(*), :name, :sku, :unit, :price, :step, :deposit, :weight, :lead
            from variant
            where commune_id = :commune
              and product_id = :product
            on conflict do nothing
            """), facts)
                        .param("commune", commune.value())
                        .param("id", id)
                        .param("product", product)
                        .update()
                == 1;
    }

    /** Changes a variant; its unit stays, because what was ordered counts in it. */
    boolean change(CommuneId commune, UUID id, VariantFacts facts) {
        return jdbc.sql("""
            update variant
            set name = :name, sku = :sku, price_cents = :price,
                step_grams = case when unit = 'kilogram' then coalesce(cast(:step as int), step_grams) end,
                deposit_cents = :deposit, weight_grams = :weight, lead_days = :lead
            where commune_id = :commune
              and id = :id
              and ended_at is null
            """)
                        .param("name", facts.name())
                        .param("sku", facts.sku())
                        .param("price", facts.priceCents())
                        .param("step", facts.stepGrams() == 0 ? null : facts.stepGrams(), Types.INTEGER)
                        .param("deposit", facts.depositCents())
                        .param("weight", facts.weightGrams())
                        .param("lead", facts.leadDays())
                        .param("commune", commune.value())
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Takes a variant out of sale for good; orders keep it. */
    boolean end(CommuneId commune, UUID id, Instant now) {
        return jdbc.sql("""
            update variant
            set ended_at = :now
            where commune_id = :commune
              and id = :id
              and ended_at is null
            """)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("commune", commune.value())
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Gives a variant a stock of its own; nothing when it has one. */
    void stocked(CommuneId commune, UUID variant, long available) {
        if (units(commune, variant).isEmpty()) {
            jdbc.sql("""
                insert into variant_need (commune_id, variant_id, unit_id)
                values (:commune, :variant, :unit)
                """)
                    .param("commune", commune.value())
                    .param("variant", variant)
                    .param("unit", stock.create(Stock.Kind.STOCK, available))
                    .update();
        }
    }

    /** Adds to the stock of a variant, or takes from it; false when that would leave less than nothing, or it is a bundle. */
    boolean counted(CommuneId commune, UUID variant, long delta) {
        List<UUID> units = units(commune, variant);
        return units.size() == 1 && stock.change(units.getFirst(), delta);
    }

    private List<UUID> units(CommuneId commune, UUID variant) {
        return jdbc.sql("select unit_id from variant_need where commune_id = :commune and variant_id = :variant")
                .param("commune", commune.value())
                .param("variant", variant)
                .query((row, number) -> row.getObject("unit_id", UUID.class))
                .list();
    }

    /** Makes a variant one that is made to order. */
    void madeToOrder(CommuneId commune, UUID variant) {
        jdbc.sql("delete from variant_need where commune_id = :commune and variant_id = :variant")
                .param("commune", commune.value())
                .param("variant", variant)
                .update();
    }

    private static StatementSpec said(StatementSpec statement, VariantFacts facts) {
        return statement
                .param("name", facts.name())
                .param("sku", facts.sku())
                .param("unit", facts.unit().code())
                .param("price", facts.priceCents())
                .param("step", facts.unit() == Unit.KILOGRAM ? facts.stepGrams() : null, Types.INTEGER)
                .param("deposit", facts.depositCents())
                .param("weight", facts.weightGrams())
                .param("lead", facts.leadDays());
    }

    private static Variant variant(ResultSet row) throws SQLException {
        long available = row.getLong("available");
        OptionalLong stock = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(available);
        return new Variant(
                row.getObject("id", UUID.class),
                row.getObject("product_id", UUID.class),
                new VariantFacts(
                        row.getString("name"),
                        row.getString("sku"),
                        Unit.valueOf(row.getString("unit").toUpperCase(Locale.ROOT)),
                        row.getLong("price_cents"),
                        row.getInt("step_grams"),
                        row.getLong("deposit_cents"),
                        row.getInt("weight_grams"),
                        row.getInt("lead_days")),
                stock);
    }
}

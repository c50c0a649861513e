package be.quartier.shop.catalogue;

import be.quartier.commune.CommuneId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code product_change}, and the hold on a product. */
@Repository
class ChangeRows {

    private final JdbcClient jdbc;
    private final ProductRows products;

    ChangeRows(JdbcClient jdbc, ProductRows products) {
        this.jdbc = jdbc;
        this.products = products;
    }

    private record Row(UUID id, UUID product, Optional<ProductChange.Said> before, boolean picture, Instant at) {}

    /** Lets a change wait; where one waits already, it keeps what was said before the first of both. */
    void wait(
            CommuneId commune,
            UUID id,
            UUID product,
            Optional<ProductChange.Said> before,
            boolean picture,
            Instant now) {
        jdbc.sql("""
            insert into product_change (commune_id, id, product_id, before_name, before_description, picture, changed_at)
            values (:commune, :id, :product, :name, :description, :picture, :now)
            on conflict (commune_id, product_id) where state = 'waiting' do update
              set picture = product_change.picture or excluded.picture, changed_at = excluded.changed_at
            """)
                .param("commune", commune.value())
                .param("id", id)
                .param("product", product)
                .param("name", before.map(ProductChange.Said::name).orElse(null))
                .param(
                        "description",
                        before.map(ProductChange.Said::description).orElse(null))
                .param("picture", picture)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    List<ProductChange> waiting(CommuneId commune, UUID after, int most) {
        List<Row> found = jdbc.sql("""
            select id, product_id, before_name, before_description, picture, changed_at
            from product_change
            where commune_id = :commune
              and state = 'waiting'
              and id > :after
            order by id
            limit :most
            """)
                .param("commune", commune.value())
                .param("after", after)
                .param("most", most)
                .query((row, number) -> new Row(
                        row.getObject("id", UUID.class),
                        row.getObject("product_id", UUID.class),
                        said(row.getString("before_name"), row.getString("before_description")),
                        row.getBoolean("picture"),
                        row.getObject("changed_at", OffsetDateTime.class).toInstant()))
                .list();
        Map<UUID, Product> now = products
                .many(commune, found.stream().map(Row::product).toList())
                .stream()
                .collect(Collectors.toMap(Product::id, Function.identity()));
        return found.stream()
                .flatMap(row -> Optional.ofNullable(now.get(row.product())).stream()
                        .map(product -> new ProductChange(row.id(), product, row.before(), row.picture(), row.at())))
                .toList();
    }

    /** The product of a change that waits. */
    Optional<UUID> product(CommuneId commune, UUID change) {
        return jdbc.sql("select product_id from product_change where commune_id = :commune and id = :id")
                .param("commune", commune.value())
                .param("id", change)
                .query(UUID.class)
                .optional();
    }

    /** Ends the waiting of a change; a reason takes its product down. False when it waits no longer. */
    boolean decide(CommuneId commune, UUID change, Optional<String> reason, UUID by, Instant now) {
        return jdbc.sql("""
            update product_change
            set state = :to, decided_at = :now, decided_by = :by, reason = :reason
            where commune_id = :commune
              and id = :id
              and state = 'waiting'
            """)
                        .param("commune", commune.value())
                        .param("id", change)
                        .param("to", reason.isPresent() ? "taken-down" : "seen")
                        .param("reason", reason.orElse(null))
                        .param("by", by)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    Optional<String> held(CommuneId commune, UUID product) {
        return jdbc.sql("""
            select held_reason
            from product
            where commune_id = :commune
              and id = :product
              and held_reason is not null
            """)
                .param("commune", commune.value())
                .param("product", product)
                .query(String.class)
                .optional();
    }

    void hold(CommuneId commune, UUID product, Optional<String> reason) {
        jdbc.sql("""
            update product
            set held_reason = :reason
            where commune_id = :commune
              and id = :product
              and held_reason is distinct from cast(:reason as text)
            """)
                .param("commune", commune.value())
                .param("product", product)
                .param("reason", reason.orElse(null))
                .update();
    }

    private static Optional<ProductChange.Said> said(@Nullable String name, @Nullable String description) {
        return name == null || description == null
                ? Optional.empty()
                : Optional.of(new ProductChange.Said(name, description));
    }
}

package be.quartier.shop.catalogue;

import be.quartier.commune.CommuneId;
import java.util.Collection;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code product_word} and {@code search_word}: what the search finds published products by. */
@Repository
class WordRows {

    private final JdbcClient jdbc;

    WordRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Forgets the words of these products. */
    void forget(CommuneId commune, Collection<UUID> products) {
        jdbc.sql("delete from product_word where commune_id = :commune and product_id = any (:products)")
                .param("commune", commune.value())
                .param("products", products.toArray(UUID[]::new))
                .update();
    }

    /** Writes the words of those of these products that are published, and none of the others; more: words that count for all. */
    void write(CommuneId commune, Collection<UUID> products, String more) {
        forget(commune, products);
        jdbc.sql("""
            insert into product_word (commune_id, word, weight, product_id)
            select p.commune_id, s.stem, max(t.weight), p.id
            from product p
            cross join lateral (values
              (3, p.name),
              (2, p.brand || ' ' || coalesce((
                select string_agg(v.name, ' ')
                from variant v
                where v.commune_id = p.commune_id and v.product_id = p.id and v.ended_at is null), '')),
              (1, p.description || ' ' || :more)) as t (weight, words)
            cross join lateral stems(p.language, t.words) as s (stem)
            where p.commune_id = :commune
              and p.id = any (:products)
              and p.state = 'published'
            group by p.commune_id, s.stem, p.id
            """)
                .param("commune", commune.value())
                .param("products", products.toArray(UUID[]::new))
                .param("more", more)
                .update();
        jdbc.sql("""
            insert into search_word (commune_id, word)
            select distinct :commune, w.word
            from product p
            cross join lateral regexp_split_to_table(
              plain(p.name || ' ' || p.brand || ' ' || p.description || ' ' || :more), '[^a-z0-9]+') as w (word)
            where p.commune_id = :commune
              and p.id = any (:products)
              and p.state = 'published'
              and length(w.word) between 3 and 40
            order by 2
            on conflict do nothing
            """)
                .param("commune", commune.value())
                .param("products", products.toArray(UUID[]::new))
                .param("more", more)
                .update();
    }
}

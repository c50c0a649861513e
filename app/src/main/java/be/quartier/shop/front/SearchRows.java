package be.quartier.shop.front;

import be.quartier.commune.CommuneId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads {@code product_word} and {@code search_word}; see the migration for what they hold. */
@Repository
class SearchRows {

    private static final int COUNTED_MAX = 200;
    private static final int STEPS_MAX = 300;
    private static final int BEGUN_MAX = 5;
    private static final int SHORTEST_BEGUN = 3;

    /** Which products count, on one day. */
    private static final String ON_SALE = """
             p.state = 'published'
              and p.merchant_id = any (:merchants)
              and (p.season_from is null
                or (p.season_from <= p.season_until and :day between p.season_from and p.season_until)
                or (p.season_from > p.season_until and (:day >= p.season_from or :day <= p.season_until)))
            """;

    /** The list of a stem from a place on. */
    private static final String WALK = """
        select e.product_id, e.weight
        from product_word e
        where e.commune_id = :commune
          and e.word = l.word
          and (e.weight, e.product_id) < (cast(:weight as smallint), :product)
        order by e.weight desc, e.product_id desc
        limit :steps
        """;

    private final JdbcClient jdbc;

    SearchRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Goods of these merchants on this day, month times 100 plus day. */
    @SuppressWarnings("ArrayRecordComponent") // passed on once, never compared
    record Goods(CommuneId commune, UUID[] merchants, int day) {}

    /** What stands for each of these words; those that say nothing (articles, prepositions) are left out. */
    List<Term> terms(CommuneId commune, Collection<String> words) {
        return jdbc.sql("""
            select w.word, plain(w.word) as plain, array_agg(s.stem) as stems, sum(h.held) as held
            from unnest(cast(:words as text[])) with ordinality as w (word, n)
            cross join lateral (
              select stems(l.code, w.word) as stem
              from unnest(array['fr', 'nl', 'de', 'en']) as l (code)
              union
              select plain(w.word)) as s
            cross join lateral (
              select count(*) as held
              from (
                select 1
                from product_word p
                where p.commune_id = :commune
                  and p.word = s.stem
                limit :most) as first) as h
            where exists (select 1 from stems('fr', w.word))
              and exists (select 1 from stems('nl', w.word))
            group by w.n, w.word
            order by w.n
            """)
                .param("words", words.toArray(String[]::new))
                .param("commune", commune.value())
                .param("most", COUNTED_MAX)
                .query((row, number) -> new Term(
                        row.getString("word"),
                        row.getString("plain"),
                        Arrays.asList((String[]) row.getArray("stems").getArray()),
                        row.getInt("held")))
                .list();
    }

    /** Published words that begin so. */
    List<String> begun(CommuneId commune, String plain) {
        if (plain.length() < SHORTEST_BEGUN) {
            return List.of();
        }
        return jdbc.sql("""
            select word
            from search_word
            where commune_id = :commune
              and word >= :from
              and word < :to
            order by word
            limit :most
            """)
                .param("commune", commune.value())
                .param("from", plain)
                .param("to", plain + Character.MAX_VALUE)
                .param("most", BEGUN_MAX)
                .query((row, number) -> row.getString(1))
                .list();
    }

    /** Those of these words that were published. */
    List<String> known(CommuneId commune, Collection<String> words) {
        return jdbc.sql("select word from search_word where commune_id = :commune and word = any (:words) limit :most")
                .param("commune", commune.value())
                .param("words", words.toArray(String[]::new))
                .param("most", BEGUN_MAX)
                .query((row, number) -> row.getString(1))
                .list();
    }

    /** The published words that look most like this one. */
    List<String> similar(String plain) {
        return jdbc.sql("select similar_words(:word)")
                .param("word", plain)
                .query((row, number) -> row.getString(1))
                .list();
    }

    /** Everything, newest first, below a key. */
    List<Place> newest(Goods goods, UUID below, int most) {
        return newest(goods, "", below, most);
    }

    /** What has a season and is in it, newest first, below a key. */
    List<Place> seasonal(Goods goods, UUID below, int most) {
        return newest(goods, "p.season_from is not null and ", below, most);
    }

    private List<Place> newest(Goods goods, String which, UUID below, int most) {
        return jdbc.sql("select p.id from product p where p.commune_id = :commune and p.id < :below and " + which
                        + ON_SALE + " order by p.id desc limit :most")
                .param("commune", goods.commune().value())
                .param("merchants", goods.merchants())
                .param("day", goods.day())
                .param("below", below)
                .param("most", most)
                .query((row, number) -> new Place(1, row.getObject("id", UUID.class)))
                .list();
    }

    /** What fits all these terms, best first, after a place; the first term should be the rarest. */
    List<Place> fitting(Goods goods, List<Term> terms, Place after, int most) {
        return walked(goods, terms, after, most).orElseGet(() -> met(goods, terms, after, most));
    }

    /** One entry on the way along the list of a stem. cut: that list goes on further than was looked. */
    private record Step(String stem, boolean cut, Optional<Place> place) {}

    /**
     * Reads the list of each stem of the first term from the place on, only as far as the page needs, and looks the other terms up for
     * each entry. Empty when that led nowhere: frequent words that seldom meet.
     */
    private Optional<List<Place>> walked(Goods goods, List<Term> terms, Place after, int most) {
        var others = new StringBuilder();
        for (int i = 1; i < terms.size(); i++) {
            others.append("""
                     and exists (
                       select 1 from product_word o
                       where o.commune_id = :commune and o.product_id = w.product_id and o.word = any (:term""").append(i).append("))");
        }
        List<Step> steps = asked(goods, terms, after, most, """
            select l.word, c.seen, x.product_id, x.weight
            from unnest(:term0) as l (word)
            cross join lateral (select count(*) as seen from (%1$s) as every) as c
            left join lateral (
              select w.product_id, w.weight
              from (%1$s) as w
              join product p on p.commune_id = :commune and p.id = w.product_id
              where not exists (
                  select 1 from product_word b
                  where b.commune_id = :commune and b.product_id = w.product_id and b.word = any (:term0)
                    and (b.weight > w.weight or (b.weight = w.weight and b.word < l.word)))
                and %2$s %3$s
              order by w.weight desc, w.product_id desc
              limit :most) as x on true
            order by x.weight desc nulls last, x.product_id desc
            """.formatted(WALK, ON_SALE, others))
                .param("steps", STEPS_MAX)
                .query((row, number) -> new Step(
                        row.getString("word"),
                        row.getInt("seen") == STEPS_MAX,
                        Optional.ofNullable(row.getObject("product_id", UUID.class))
                                .map(product -> new Place(weight(row), product))))
                .list();
        Map<String, Long> found = steps.stream()
                .filter(step -> step.place().isPresent())
                .collect(Collectors.groupingBy(Step::stem, Collectors.counting()));
        return steps.stream().allMatch(step -> !step.cut() || found.getOrDefault(step.stem(), 0L) >= most)
                ? Optional.of(steps.stream()
                        .flatMap(step -> step.place().stream())
                        .limit(most)
                        .toList())
                : Optional.empty();
    }

    /** The same by reading the lists of all terms whole, each once. */
    private List<Place> met(Goods goods, List<Term> terms, Place after, int most) {
        String lists = IntStream.range(0, terms.size())
                .mapToObj(i -> "select product_id from product_word where commune_id = :commune and word = any (:term"
                        + i + ")")
                .collect(Collectors.joining(" intersect "));
        return asked(goods, terms, after, most, """
            with met as materialized (%s)
            select w.product_id, max(w.weight) as weight
            from met
            join product_word w on w.commune_id = :commune and w.product_id = met.product_id and w.word = any (:term0)
            join product p on p.commune_id = :commune and p.id = met.product_id
            where %s
            group by w.product_id
            having (max(w.weight), w.product_id) < (cast(:weight as smallint), :product)
            order by weight desc, w.product_id desc
            limit :most
            """.formatted(lists, ON_SALE))
                .query((row, number) -> new Place(weight(row), row.getObject("product_id", UUID.class)))
                .list();
    }

    private JdbcClient.StatementSpec asked(Goods goods, List<Term> terms, Place after, int most, String sql) {
        JdbcClient.StatementSpec asked = jdbc.sql(sql)
                .param("commune", goods.commune().value())
                .param("merchants", goods.merchants())
                .param("day", goods.day())
                .param("weight", after.weight())
                .param("product", after.product())
                .param("most", most);
        for (int i = 0; i < terms.size(); i++) {
            asked = asked.param("term" + i, terms.get(i).stems().toArray(String[]::new));
        }
        return asked;
    }

    private static int weight(ResultSet row) {
        try {
            return row.getInt("weight");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}

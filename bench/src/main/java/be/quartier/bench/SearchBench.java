package be.quartier.bench;

import be.quartier.commune.Tenancy;
import be.quartier.shop.front.Found;
import be.quartier.shop.front.Search;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * The first page of results among 10,000 and among 100,000 products, beside a bare LIKE over the names. The words asked for are
 * frequent, rare, several, misspelt and none at all, as people ask.
 */
final class SearchBench implements Benchmark {

    private static final long SEED = 20261123;
    private static final int SMALL = 10_000;
    private static final int LARGE = 100_000;
    private static final int WARM_UP = 200;
    private static final int LIKE_MOST = 60;

    private static final String WORDS = """
            (array['pain','tarte','biscuit','fromage','beurre','confiture','miel','farine','pomme','poire','carotte','poireau',
              'saucisse','jambon','chemise','pantalon','chaussure','botte','roman','cahier','crayon','puzzle','train','ballon',
              'casque','selle','savon','baume','bouquet','couronne'])""";
    private static final String KINDS = """
            (array['levain','rouge','bleu','gris','maison','fermier','ancien','nouveau','petit','grand','doux','sec','frais',
              'bio','artisanal','vallon','rustique','fin','noir','blanc'])""";

    @Override
    public String purpose() {
        return "search in 10,000 and 100,000 products, beside LIKE (target: p95 within 1.5 times)";
    }

    @Override
    public void run(Duration each, Report report) throws Exception {
        try (Town town = new Town()) {
            for (var merchant : town.merchants) {
                town.asOwner("insert into shop_terms (commune_id, merchant_id, published_at, updated_at) values ("
                        + Town.COMMUNE.value() + ", '" + merchant + "', now(), now())");
            }
            fill(town, 1, SMALL, report);
            double small = measure(town, "10k", each, report);
            fill(town, SMALL + 1, LARGE, report);
            double large = measure(town, "100k", each, report);
            report.line("ratio", large / small, "p95-at-100k-to-10k");
        }
    }

    /** Products numbered from one to another, each with a variant, a stock of ten and its words. */
    private static void fill(Town town, int from, int to, Report report) throws SQLException {
        report.doing("Making " + (to - from + 1) + " products ...");
        String commune = Integer.toString(Town.COMMUNE.value());
        String id = "lpad(to_hex(n), 8, '0') || '-0000-7000-8000-000000000001'";
        String range = " from generate_series(" + from + ", " + to + ") as n";
        String merchants = "(array['"
                + String.join(
                        "','", town.merchants.stream().map(Object::toString).toList()) + "'])";
        town.asOwner(
                "insert into product (commune_id, id, merchant_id, name, description, language, state, vat_permille,"
                        + " created_at, updated_at) select " + commune + ", cast(" + id + " as uuid), cast(" + merchants
                        + "[1 + n % " + town.merchants.size() + "] as uuid), " + WORDS
                        + "[1 + (hashint4(n) & 1023) % 30] || ' ' || "
                        + KINDS + "[1 + n / 7 % 20] || ' numéro ' || n, 'Lot ' || n || ', ' || " + WORDS
                        + "[1 + n % 30], 'fr', 'published', 60, now(), now()" + range);
        town.asOwner("insert into variant (commune_id, id, product_id, price_cents) select " + commune + ", cast(" + id
                + " as uuid), cast(" + id + " as uuid), 100 + n % 900" + range);
        town.asOwner(
                "insert into product_word (commune_id, word, weight, product_id) select p.commune_id, s, max(t.w), p.id"
                        + " from product p cross join lateral (values (3, p.name), (1, p.description)) t (w, words)"
                        + " cross join lateral stems(p.language, t.words) s where not exists (select 1 from product_word x"
                        + " where x.commune_id = p.commune_id and x.product_id = p.id) group by p.commune_id, s, p.id");
        town.asOwner("insert into search_word (commune_id, word) select distinct " + commune
                + ", w from product p cross join lateral regexp_split_to_table(plain(p.name), '[^a-z]+') w"
                + " where length(w) between 3 and 40 on conflict do nothing");
        // as the database does by itself soon after
        town.asOwner("vacuum (analyze) product, variant, product_word, search_word");
    }

    private static double measure(Town town, String size, Duration each, Report report) throws SQLException {
        Search search = town.bean(Search.class);
        List<String> asked = asked();
        Random order = new Random(SEED);
        List<Double> millis = new ArrayList<>();
        long found = 0;
        for (int i = 0; i < WARM_UP; i++) {
            search(town, search, asked.get(order.nextInt(asked.size())));
        }
        long end = System.nanoTime() + each.toNanos();
        while (System.nanoTime() < end) {
            String words = asked.get(order.nextInt(asked.size()));
            long begin = System.nanoTime();
            found += search(town, search, words).products().size();
            millis.add((System.nanoTime() - begin) / 1e6);
        }
        report.line("search-" + size, at(millis, 0.50), "ms-p50");
        report.line("search-" + size, at(millis, 0.95), "ms-p95");
        report.line("found-" + size, (double) found / millis.size(), "products-a-page");
        report.line("like-" + size, at(like(town, asked, order), 0.95), "ms-p95");
        return at(millis, 0.95);
    }

    private static Found search(Town town, Search search, String words) {
        return Tenancy.in(Town.COMMUNE, () -> search.find(words, town.merchants, Optional.empty()));
    }

    private static List<Double> like(Town town, List<String> asked, Random order) throws SQLException {
        List<Double> millis = new ArrayList<>();
        try (Connection owner = town.database().connectAsOwner();
                PreparedStatement statement = owner.prepareStatement(
                        "select id from product where commune_id = ? and lower(name) like ? order by id desc limit 13")) {
            for (int i = 0; i < LIKE_MOST; i++) {
                statement.setInt(1, Town.COMMUNE.value());
                statement.setString(2, "%" + asked.get(order.nextInt(asked.size())) + "%");
                long begin = System.nanoTime();
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        rows.getObject(1);
                    }
                }
                millis.add((System.nanoTime() - begin) / 1e6);
            }
        }
        return millis;
    }

    private static List<String> asked() {
        return Arrays.asList(
                "pain",
                "pains au levain",
                "fromage fermier",
                "confiture rouge",
                "botte noire",
                "miel",
                "",
                "poireaux",
                "biscuit maison",
                "formage",
                "confitur",
                "selle artisanale bleu",
                "xylophone",
                "numéro 4711",
                "beure");
    }

    private static double at(List<Double> millis, double share) {
        List<Double> sorted = millis.stream().sorted().toList();
        return sorted.get((int) Math.min(sorted.size() - 1L, Math.round(sorted.size() * share)));
    }
}

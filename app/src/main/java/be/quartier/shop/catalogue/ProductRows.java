package be.quartier.shop.catalogue;

import be.quartier.commune.CommuneId;
import be.quartier.commune.Language;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Rows of {@code product}. */
@Repository
class ProductRows {

    private static final String SELECT = """
            select p.id, p.merchant_id, p.name, p.description, p.language, p.state, p.vat_permille, p.allergens,
                   p.minimum_age, p.storage, p.season_from, p.season_until, p.brand, p.gtin, p.created_at, p.updated_at,
                   f.id as photo
            from product p
            left join product_photo f on f.commune_id = p.commune_id and f.product_id = p.id
            where p.commune_id = :commune
            """;

    private final JdbcClient jdbc;
    private final VariantRows variants;

    ProductRows(JdbcClient jdbc, VariantRows variants) {
        this.jdbc = jdbc;
        this.variants = variants;
    }

    /** Adds a draft; false when there is one of this id. */
    boolean add(CommuneId commune, UUID id, UUID merchant, ProductFacts facts, Instant now) {
        return said(jdbc.sql("""
            insert into product (commune_id, id, merchant_id, name, description, language, vat_permille, allergens,
              minimum_age, storage, season_from, season_until, brand, gtin, created_at, updated_at)
            values (:commune, :id, :merchant, :name, :description, :language, :vat, :allergens,
              :age, :storage, :from, :until, :brand, :gtin, :now, :now)
            on conflict do nothing
            """), facts)
                        .param("commune", commune.value())
                        .param("id", id)
                        .param("merchant", merchant)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Changes a product of this merchant; false when it has none of this id. */
    boolean change(CommuneId commune, UUID id, UUID merchant, ProductFacts facts, Instant now) {
        return said(jdbc.sql("""
            update product
            set name = :name, description = :description, language = :language, vat_permille = :vat,
                allergens = :allergens, minimum_age = :age, storage = :storage, season_from = :from,
                season_until = :until, brand = :brand, gtin = :gtin, updated_at = :now
            where commune_id = :commune
              and id = :id
              and merchant_id = :merchant
            """), facts)
                        .param("commune", commune.value())
                        .param("id", id)
                        .param("merchant", merchant)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Moves a product to a state; false when it is there already. */
    boolean move(CommuneId commune, UUID id, ProductState to, Instant now) {
        return jdbc.sql("""
            update product
            set state = :to, updated_at = :now
            where commune_id = :commune
              and id = :id
              and state <> :to
            """)
                        .param("commune", commune.value())
                        .param("id", id)
                        .param("to", to.code())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Makes whoever changes this product next wait until this transaction ends; false when the merchant has none such. */
    boolean lock(CommuneId commune, UUID id, UUID merchant) {
        return jdbc.sql("""
            select id
            from product
            where commune_id = :commune
              and id = :id
              and merchant_id = :merchant
            for update
            """)
                .param("commune", commune.value())
                .param("id", id)
                .param("merchant", merchant)
                .query(UUID.class)
                .optional()
                .isPresent();
    }

    /** How many products a merchant has. */
    int count(CommuneId commune, UUID merchant) {
        return jdbc.sql("select count(*) from product where commune_id = :commune and merchant_id = :merchant")
                .param("commune", commune.value())
                .param("merchant", merchant)
                .query(Integer.class)
                .single();
    }

    Optional<Product> find(CommuneId commune, UUID id) {
        return many(commune, List.of(id)).stream().findFirst();
    }

    /** Those of these ids that are there, in no order. */
    List<Product> many(CommuneId commune, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return read(commune, jdbc.sql(SELECT + " and p.id = any (:ids)").param("ids", ids.toArray(UUID[]::new)));
    }

    /** Products of a merchant, newest first, of an id below the key; name holds the wanted text, state is a code or empty. */
    List<Product> of(CommuneId commune, UUID merchant, String name, String state, UUID before, int most) {
        String pattern =
                "%" + name.toLowerCase(Locale.ROOT).replace("\\", "\\\\").replace("%", "\\%") + "%";
        return read(
                commune,
                jdbc.sql(SELECT + """
                     and p.merchant_id = :merchant
                     and p.id < :before
                     and (:state = '' or p.state = :state)
                     and (plain(p.name) like plain(:pattern)
                       or exists (select 1 from variant v
                                  where v.commune_id = p.commune_id and v.product_id = p.id and v.sku = :name
                                    and :name <> ''))
                   order by p.id desc
                   limit :most
                   """)
                        .param("merchant", merchant)
                        .param("before", before)
                        .param("state", state)
                        .param("pattern", pattern)
                        .param("name", name)
                        .param("most", most));
    }

    /** Other products of the merchant under the same name, but for capitals. */
    List<UUID> named(CommuneId commune, UUID merchant, String name, UUID except) {
        return jdbc.sql("""
            select id
            from product
            where commune_id = :commune
              and merchant_id = :merchant
              and lower(name) = lower(:name)
              and id <> :except
              and state <> 'withdrawn'
            """)
                .param("commune", commune.value())
                .param("merchant", merchant)
                .param("name", name)
                .param("except", except)
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
    }

    /** The product of the merchant with a variant under this number of its own. */
    Optional<UUID> withSku(CommuneId commune, UUID merchant, String sku) {
        return jdbc.sql("""
            select p.id
            from product p
            join variant v on v.commune_id = p.commune_id and v.product_id = p.id
            where p.commune_id = :commune
              and p.merchant_id = :merchant
              and v.sku = :sku
              and v.ended_at is null
            order by p.id
            limit 1
            """)
                .param("commune", commune.value())
                .param("merchant", merchant)
                .param("sku", sku)
                .query((row, number) -> row.getObject("id", UUID.class))
                .optional();
    }

    private List<Product> read(CommuneId commune, StatementSpec asked) {
        List<Product> bare = asked.param("commune", commune.value())
                .query((row, number) -> product(row))
                .list();
        Map<UUID, List<Variant>> all =
                variants.of(commune, bare.stream().map(Product::id).toList());
        return bare.stream()
                .map(one -> new Product(
                        one.id(),
                        one.merchant(),
                        one.facts(),
                        one.state(),
                        one.photo(),
                        all.getOrDefault(one.id(), List.of()),
                        one.createdAt(),
                        one.updatedAt()))
                .toList();
    }

    private static StatementSpec said(StatementSpec statement, ProductFacts facts) {
        return statement
                .param("name", facts.name())
                .param("description", facts.description())
                .param("language", facts.language().code())
                .param("vat", facts.vatPermille())
                .param(
                        "allergens",
                        facts.allergens().stream().sorted().map(Allergen::code).toArray(String[]::new))
                .param("age", facts.minimumAge().orElse(null))
                .param("storage", facts.storage().code())
                .param(
                        "from",
                        facts.season()
                                .map(season -> Season.number(season.from()))
                                .orElse(null))
                .param(
                        "until",
                        facts.season()
                                .map(season -> Season.number(season.until()))
                                .orElse(null))
                .param("brand", facts.brand())
                .param("gtin", facts.gtin().orElse(null));
    }

    private static Product product(ResultSet row) throws SQLException {
        int from = row.getInt("season_from");
        Optional<Season> season =
                row.wasNull() ? Optional.empty() : Optional.of(Season.of(from, row.getInt("season_until")));
        int age = row.getInt("minimum_age");
        Optional<Integer> minimum = row.wasNull() ? Optional.empty() : Optional.of(age);
        return new Product(
                row.getObject("id", UUID.class),
                row.getObject("merchant_id", UUID.class),
                new ProductFacts(
                        row.getString("name"),
                        row.getString("description"),
                        Language.of(row.getString("language")).orElseThrow(),
                        row.getInt("vat_permille"),
                        allergens(row.getArray("allergens")),
                        minimum,
                        Storage.valueOf(row.getString("storage").toUpperCase(Locale.ROOT)),
                        season,
                        row.getString("brand"),
                        Optional.ofNullable(row.getString("gtin"))),
                ProductState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                Optional.ofNullable(row.getObject("photo", UUID.class)),
                List.of(),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("updated_at", OffsetDateTime.class).toInstant());
    }

    private static Set<Allergen> allergens(Array codes) throws SQLException {
        Set<Allergen> known = EnumSet.noneOf(Allergen.class);
        Arrays.stream((String[]) codes.getArray())
                .forEach(code -> Allergen.of(code).ifPresent(known::add));
        return known;
    }
}

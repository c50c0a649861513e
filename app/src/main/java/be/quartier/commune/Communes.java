package be.quartier.commune;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The communes of this installation and the region over them. Read from memory; written seldom. */
public final class Communes {

    private final JdbcClient jdbc;
    private volatile Map<String, Commune> bySlug = Map.of();

    Communes(JdbcClient jdbc) {
        this.jdbc = jdbc;
        reload();
    }

    /** The commune or region of a name in an address, in any case. */
    public Optional<Commune> bySlug(String slug) {
        return Optional.ofNullable(bySlug.get(slug.toLowerCase(Locale.ROOT)));
    }

    /** The commune of an id; {@link IllegalArgumentException} when there is none. */
    public Commune get(CommuneId id) {
        return bySlug.values().stream()
                .filter(commune -> commune.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no commune " + id.value()));
    }

    /** Every commune, without the region, by slug. */
    public List<Commune> all() {
        return bySlug.values().stream()
                .filter(commune -> commune.kind() == Commune.Kind.COMMUNE)
                .sorted(Comparator.comparing(Commune::slug))
                .toList();
    }

    /** The region, when there is one. */
    public Optional<Commune> region() {
        return bySlug.values().stream()
                .filter(commune -> commune.kind() == Commune.Kind.REGION)
                .findFirst();
    }

    /**
     * Adds a commune.
     *
     * @throws org.springframework.dao.DuplicateKeyException when the id or slug is taken
     */
    public void add(Commune commune) {
        jdbc.sql("""
                        insert into commune
                          (commune_id, slug, kind, name_fr, name_nl, name_de, name_en, languages, postcodes)
                        values (:id, :slug, :kind, :fr, :nl, :de, :en, :languages, :postcodes)
                        """)
                .param("id", commune.id().value())
                .param("slug", commune.slug())
                .param("kind", commune.kind().name().toLowerCase(Locale.ROOT))
                .param("fr", commune.name(Language.FR))
                .param("nl", commune.name(Language.NL))
                .param("de", commune.name(Language.DE))
                .param("en", commune.name(Language.EN))
                .param(
                        "languages",
                        commune.languages().stream().map(Language::code).toArray(String[]::new))
                .param("postcodes", commune.postcodes().toArray(String[]::new))
                .update();
        reload();
    }

    /** Reads the directory again, after another node changed it. */
    public final void reload() {
        bySlug = jdbc.sql("select * from commune").query(Communes::read).list().stream()
                .collect(Collectors.toUnmodifiableMap(Commune::slug, Function.identity()));
    }

    private static Commune read(ResultSet row, int number) throws SQLException {
        Map<Language, String> names = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            names.put(language, row.getString("name_" + language.code()));
        }
        return new Commune(
                new CommuneId(row.getInt("commune_id")),
                row.getString("slug"),
                Commune.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                names,
                texts(row.getArray("languages")).stream()
                        .map(code -> Language.of(code).orElseThrow())
                        .toList(),
                texts(row.getArray("postcodes")));
    }

    private static List<String> texts(Array array) throws SQLException {
        return Arrays.asList((String[]) array.getArray());
    }
}

package be.quartier.merchants.store;

import be.quartier.commune.CommuneId;
import be.quartier.commune.Language;
import be.quartier.merchants.Trade;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code trade}. */
@Repository
public class TradeStore {

    private final JdbcClient jdbc;

    /** @param jdbc as the application's role */
    public TradeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Every trade, in the commune's order. */
    public List<Trade> all(CommuneId commune) {
        return jdbc.sql("""
            select code, name_fr, name_nl, name_de, name_en
            from trade
            where commune_id = :commune
            order by position, code
            """)
                .param("commune", commune.value())
                .query((row, number) -> {
                    Map<Language, String> names = new EnumMap<>(Language.class);
                    for (Language language : Language.values()) {
                        names.put(language, row.getString("name_" + language.code()));
                    }
                    return new Trade(row.getString("code"), names);
                })
                .list();
    }

    /** Adds a trade or renames it. */
    public void put(CommuneId commune, Trade trade, int position) {
        jdbc.sql("""
            insert into trade (commune_id, code, position, name_fr, name_nl, name_de, name_en)
            values (:commune, :code, :position, :fr, :nl, :de, :en)
            on conflict (commune_id, code) do update
            set position = excluded.position, name_fr = excluded.name_fr, name_nl = excluded.name_nl,
                name_de = excluded.name_de, name_en = excluded.name_en
            """)
                .param("commune", commune.value())
                .param("code", trade.code())
                .param("position", position)
                .param("fr", trade.name(Language.FR))
                .param("nl", trade.name(Language.NL))
                .param("de", trade.name(Language.DE))
                .param("en", trade.name(Language.EN))
                .update();
    }
}

package be.quartier.merchants;

import be.quartier.commune.CommuneId;
import be.quartier.commune.Language;
import be.quartier.commune.Tenancy;
import be.quartier.merchants.store.TradeStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The kinds of shop of the commune of {@link Tenancy}; it starts with the standard list of {@code merchants/trades.csv}. */
@Service
public class Trades {

    private final TradeStore store;

    Trades(TradeStore store) {
        this.store = store;
    }

    /** Every trade in the commune's order, the standard list put there first when there is none. */
    @Transactional
    public List<Trade> all() {
        CommuneId commune = Tenancy.required();
        List<Trade> trades = store.all(commune);
        if (!trades.isEmpty()) {
            return trades;
        }
        List<Trade> standard = standard();
        for (int i = 0; i < standard.size(); i++) {
            store.put(commune, standard.get(i), i);
        }
        return standard;
    }

    /** Adds a trade at this place of the list, or renames and moves it. */
    @Transactional
    public void put(Trade trade, int position) {
        all();
        store.put(Tenancy.required(), trade, position);
    }

    /** The standard list: code and four names on each line. */
    static List<Trade> standard() {
        try (var file = Objects.requireNonNull(Trades.class.getResourceAsStream("/merchants/trades.csv"));
                var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .skip(1)
                    .map(line -> line.split(";", 5))
                    .map(cells -> new Trade(
                            cells[0],
                            Map.of(
                                    Language.FR,
                                    cells[1],
                                    Language.NL,
                                    cells[2],
                                    Language.DE,
                                    cells[3],
                                    Language.EN,
                                    cells[4])))
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}

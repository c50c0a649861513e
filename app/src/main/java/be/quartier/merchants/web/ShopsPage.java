package be.quartier.merchants.web;

import be.quartier.commune.Allows;
import be.quartier.commune.Brussels;
import be.quartier.commune.Language;
import be.quartier.merchants.Establishment;
import be.quartier.merchants.Merchant;
import be.quartier.merchants.Merchants;
import be.quartier.merchants.Trade;
import be.quartier.merchants.Trades;
import be.quartier.pages.Choice;
import be.quartier.pages.Form;
import be.quartier.pages.Texts;
import be.quartier.pages.View;
import java.text.Normalizer;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The shops where vouchers can be spent: searched, by trade, open now, on a map with its list. */
@Controller
class ShopsPage {

    private final Merchants merchants;
    private final Trades trades;
    private final Texts texts;
    private final Clock clock;

    ShopsPage(Merchants merchants, Trades trades, Texts texts, Clock clock) {
        this.merchants = merchants;
        this.trades = trades;
        this.texts = texts;
        this.clock = clock;
    }

    /** The address on stickers is in capitals, so that its code stays small. */
    @GetMapping({"/{commune}/shops", "/{commune}/SHOPS", "/{commune}/partners"})
    @Allows(everyone = true)
    View list(Form form, Language language) {
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), Brussels.ZONE);
        List<Trade> known = trades.all();
        Map<String, String> names =
                known.stream().collect(Collectors.toMap(Trade::code, trade -> trade.name(language)));
        List<Merchant> all = merchants.accepted();
        List<Merchant> shown = all.stream()
                .filter(merchant -> !form.has("trade") || merchant.trade().equals(form.text("trade")))
                .filter(merchant -> !form.chosen("open", "yes") || merchant.openAt(now))
                .filter(merchant -> matches(merchant, names, form.text("q")))
                .toList();
        List<Choice> choices = new ArrayList<>();
        choices.add(Choice.of("", texts.text(language, "merchants.shops.every-trade")));
        known.stream()
                .filter(trade ->
                        all.stream().anyMatch(merchant -> merchant.trade().equals(trade.code())))
                .forEach(trade -> choices.add(Choice.of(trade.code(), trade.name(language))));
        return View.of(
                "merchants/shops",
                Map.of(
                        "form", form,
                        "shops", shown,
                        "total", all.size(),
                        "trades", names,
                        "choices", choices,
                        "map", ShopMap.of(shown),
                        "now", now));
    }

    private static boolean matches(Merchant merchant, Map<String, String> trades, String asked) {
        if (asked.isEmpty()) {
            return true;
        }
        var text = new StringBuilder(merchant.name()).append(' ').append(trades.getOrDefault(merchant.trade(), ""));
        for (Establishment shop : merchant.establishments()) {
            text.append(' ')
                    .append(shop.place().name())
                    .append(' ')
                    .append(shop.place().address())
                    .append(' ')
                    .append(shop.description());
        }
        return plain(text.toString()).contains(plain(asked));
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }
}

package be.quartier.vouchers.live.web;

import be.quartier.commune.Language;
import be.quartier.merchants.Merchant;
import be.quartier.merchants.Merchants;
import be.quartier.pages.Texts;
import be.quartier.vouchers.live.CellKey;
import be.quartier.vouchers.live.Dimension;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import org.springframework.stereotype.Component;

/** What the parts of a table are called: a shop's name, an age band's words, a day. */
@Component
public class Labels {

    private final Merchants merchants;

    Labels(Merchants merchants) {
        this.merchants = merchants;
    }

    /** The names for one page, the shops read once. */
    Names names() {
        var shops = new HashMap<String, String>();
        for (Merchant merchant : merchants.accepted()) {
            shops.put(merchant.id().toString(), merchant.name());
        }
        return new Names(shops);
    }

    /** What each part is called in a language, for files. */
    public BiFunction<Dimension, String, String> plain(Texts texts, Language language) {
        var names = names();
        return (by, part) -> names.of(by, part).in(texts, language);
    }

    /** The names of one page. */
    public final class Names {

        private final Map<String, String> shops;

        Names(Map<String, String> shops) {
            this.shops = shops;
        }

        /** What a part is called. */
        public Label of(Dimension dimension, String part) {
            return switch (dimension) {
                case DISTRICT -> part.equals("?") ? Label.key("live.unknown") : Label.plain(part);
                case AGE -> Label.key("live.age." + part);
                case SHOP -> Label.plain(shops.computeIfAbsent(part, Labels.this::shop));
                case TIME -> time(part);
            };
        }

        private Label time(String part) {
            int within = part.lastIndexOf(CellKey.WITHIN);
            return within < 0
                    ? new Label("live.week", part.substring(part.indexOf('W') + 1), null)
                    : new Label("", "", LocalDate.parse(part.substring(within + 1)));
        }
    }

    private String shop(String id) {
        try {
            return merchants.find(UUID.fromString(id)).map(Merchant::name).orElse("?");
        } catch (IllegalArgumentException unknown) {
            return "?";
        }
    }
}

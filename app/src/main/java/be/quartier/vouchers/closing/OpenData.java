package be.quartier.vouchers.closing;

import be.quartier.commune.Commune;
import be.quartier.commune.Language;
import be.quartier.vouchers.campaigns.Campaign;
import be.quartier.vouchers.live.Dimension;
import be.quartier.vouchers.live.LiveView;
import be.quartier.vouchers.live.SmallCells;
import java.nio.charset.StandardCharsets;
import java.util.function.BiFunction;

/** The figures of a campaign that has ended, for everyone: one file, and one that says what it is. */
public final class OpenData {

    private final Campaign campaign;
    private final LiveView live;
    private final BiFunction<Dimension, String, String> names;

    /** @param names what a part of a dimension is called */
    public OpenData(Campaign campaign, LiveView live, BiFunction<Dimension, String, String> names) {
        this.campaign = campaign;
        this.live = live;
        this.names = names;
    }

    /** RFC 4180, UTF-8, amounts in cents; a figure is empty where it is hidden or does not apply. */
    public byte[] csv() {
        var text = new StringBuilder("dimension,code,name,vouchers_issued,purchases,spent_cents\r\n");
        var totals = live.totals();
        text.append("all,,,%d,%d,%d\r\n".formatted(totals.issued(), totals.purchases(), totals.spentCents()));
        for (var by : Dimension.values()) {
            for (var cell : live.by(by)) {
                var part = cell.key().at().get(by.place());
                var days = cell.key().isWithin(by.place());
                text.append(days ? "day" : by == Dimension.TIME ? "week" : by.code())
                        .append(',')
                        .append(quoted(part.substring(part.lastIndexOf('\u001f') + 1)))
                        .append(',')
                        .append(quoted(names.apply(by, part)))
                        .append(cell.issued() > 0 && live.shownIssued(cell.key()) ? "," + cell.issued() : ",")
                        .append(live.shown(cell.key()) ? ",%d,%d".formatted(cell.purchases(), cell.spentCents()) : ",,")
                        .append("\r\n");
            }
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** What the file is, in the words of DCAT. */
    public byte[] json(Commune commune) {
        var json = """
                {
                  "title": {"fr": %s, "nl": %s, "de": %s, "en": %s},
                  "publisher": %s,
                  "license": "https://creativecommons.org/publicdomain/zero/1.0/",
                  "temporal": {"start": "%s", "end": "%s"},
                  "modified": "%s",
                  "distribution": [{"mediaType": "text/csv", "downloadURL": "%s.csv"}],
                  "columns": ["dimension", "code", "name", "vouchers_issued", "purchases", "spent_cents"],
                  "confidentiality": {"unit": "household", "smallestGroup": %d, "complementarySuppression": true}
                }
                """.formatted(
                        text(campaign.title(Language.FR)),
                        text(campaign.title(Language.NL)),
                        text(campaign.title(Language.DE)),
                        text(campaign.title(Language.EN)),
                        text(commune.name(Language.FR)),
                        campaign.terms().calendar().validFrom(),
                        campaign.progress().lastDay(),
                        live.lastAt(),
                        campaign.id(),
                        SmallCells.K);
        return json.getBytes(StandardCharsets.UTF_8);
    }

    private static String quoted(String value) {
        var safe = !value.isEmpty() && "=+-@".indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
        return safe.matches("[^,\"\\r\\n]*") ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }

    private static String text(String value) {
        var json = new StringBuilder("\"");
        value.chars().forEach(at -> {
            if (at == '"' || at == '\\') {
                json.append('\\').append((char) at);
            } else if (at < ' ') {
                json.append("\\u%04x".formatted(at));
            } else {
                json.append((char) at);
            }
        });
        return json.append('"').toString();
    }
}

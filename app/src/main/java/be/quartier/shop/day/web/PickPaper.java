package be.quartier.shop.day.web;

import be.quartier.commune.Language;
import be.quartier.pages.Formats;
import be.quartier.pages.Texts;
import be.quartier.paper.Report;
import be.quartier.shop.day.PickList;
import be.quartier.shop.orders.MerchantOrder;
import be.quartier.shop.orders.OrderLine;
import be.quartier.shop.orders.Unit;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The pick list on paper. The same list and moment give the same bytes. */
final class PickPaper {

    private final Texts texts;
    private final Language language;
    private final Formats formats;

    PickPaper(Texts texts, Language language) {
        this.texts = texts;
        this.language = language;
        this.formats = Formats.of(language);
    }

    byte[] print(String place, String shop, PickList list, Map<UUID, String> names, Instant now) {
        var out = new ByteArrayOutputStream();
        var report = new Report(out, texts, new Report.Heading(place, say("day.pick.paper", shop), language, now));
        if (list.windows().isEmpty()) {
            report.paragraph(say("day.pick.none"));
        }
        for (PickList.Window window : list.windows()) {
            report.section(title(window));
            report.table(
                    List.of(
                            new Report.Column(say("basket.quantity"), 2, true),
                            new Report.Column(say("basket.article"), 7, false),
                            new Report.Column(say("day.pick.orders"), 2, true),
                            new Report.Column(say("day.pick.done"), 1.5, false)),
                    window.goods().stream()
                            .map(one -> List.of(
                                    quantity(one.unit(), one.quantity()),
                                    one.name(),
                                    Integer.toString(one.orders()),
                                    ""))
                            .toList());
            report.table(
                    List.of(
                            new Report.Column(say("day.order"), 2.5, false),
                            new Report.Column(say("orders.part.customer"), 3, false),
                            new Report.Column(say("day.pick.content"), 6, false),
                            new Report.Column(say("day.pick.done"), 1.5, false)),
                    rows(window, names));
        }
        report.finish();
        return out.toByteArray();
    }

    private List<List<String>> rows(PickList.Window window, Map<UUID, String> names) {
        List<List<String>> rows = new ArrayList<>();
        for (MerchantOrder part : window.parcels()) {
            String number = part.number();
            String name = names.getOrDefault(part.order(), "–");
            for (OrderLine line : part.lines()) {
                if (line.live()) {
                    rows.add(List.of(number, name, quantity(line.unit(), line.counted()) + " " + line.name(), ""));
                    number = "";
                    name = "";
                }
            }
        }
        return rows;
    }

    private String title(PickList.Window window) {
        String day = formats.longDate(window.day());
        return window.slot()
                .map(slot -> say("basket.slot", day, formats.time(slot.from()), formats.time(slot.to())))
                .orElseGet(() -> say("day.pick.fetched", day, formats.time(window.at())));
    }

    private String quantity(Unit unit, long quantity) {
        return formats.number(quantity) + (unit == Unit.KILOGRAM ? " g" : " ×");
    }

    private String say(String key, Object... args) {
        return texts.text(language, key, args);
    }
}

package be.quartier.paper;

import be.quartier.commune.Language;
import be.quartier.pages.Texts;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The list of partner shops on A4, by district, for the town hall's counter and the fridge's door. */
public final class ShopList {

    private final Texts texts;

    /** Prints with these texts. */
    public ShopList(Texts texts) {
        this.texts = texts;
    }

    /** Writes the list; the stream stays open. */
    public void print(
            OutputStream out,
            String commune,
            Language language,
            Collection<PartnerShop> shops,
            String url,
            Instant at) {
        var heading = new Report.Heading(commune, texts.text(language, "paper.list.title"), language, at);
        var report = new Report(out, texts, heading);
        report.paragraph(texts.text(language, "paper.list.intro", shops.size(), url));
        Map<String, List<PartnerShop>> districts = shops.stream()
                .collect(Collectors.groupingBy(
                        PartnerShop::district, () -> new TreeMap<>(NaturalOrder.INSTANCE), Collectors.toList()));
        List<Report.Column> columns = List.of(
                new Report.Column(texts.text(language, "paper.list.shop"), 5, false),
                new Report.Column(texts.text(language, "paper.list.trade"), 4, false),
                new Report.Column(texts.text(language, "paper.list.street"), 5, false),
                new Report.Column(texts.text(language, "paper.list.hours"), 5, false));
        districts.forEach((district, there) -> {
            if (!district.isEmpty()) {
                report.section(district);
            }
            report.table(
                    columns,
                    there.stream()
                            .sorted((a, b) -> NaturalOrder.INSTANCE.compare(a.name(), b.name()))
                            .map(shop -> List.of(shop.name(), shop.trade(), shop.street(), shop.hours()))
                            .toList());
        });
        report.finish();
    }
}

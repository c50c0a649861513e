package be.quartier.shop.day.web;

import be.quartier.commune.Brussels;
import be.quartier.commune.Language;
import be.quartier.money.Cents;
import be.quartier.pages.Formats;
import be.quartier.pages.Texts;
import be.quartier.paper.CsvText;
import be.quartier.paper.Report;
import be.quartier.shop.Modality;
import be.quartier.shop.day.Period;
import be.quartier.shop.day.Statement;
import be.quartier.shop.orders.EventKind;
import be.quartier.shop.orders.Leg;
import be.quartier.shop.orders.MerchantOrder;
import be.quartier.shop.orders.Prices.VatShare;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A statement for the accountant: on paper, and as a table with one row per order. */
final class StatementPaper {

    private static final List<Integer> RATES = List.of(0, 60, 120, 210);
    private static final VatShare NOTHING = new VatShare(0, 0);

    private final Texts texts;
    private final Language language;
    private final Formats formats;

    StatementPaper(Texts texts, Language language) {
        this.texts = texts;
        this.language = language;
        this.formats = Formats.of(language);
    }

    byte[] csv(Statement statement) {
        List<String> columns = new ArrayList<>(
                List.of(say("day.order"), say("day.date"), say("day.end"), say("day.ways"), say("basket.sum")));
        for (int rate : RATES) {
            columns.add(say("day.vat.gross", rate / 10));
            columns.add(say("day.vat.inside", rate / 10));
        }
        columns.addAll(List.of(say("day.deposits"), say("day.paid"), say("day.refunded"), say("day.open")));
        var csv = new CsvText(columns);
        for (Statement.Entry entry : statement.entries()) {
            MerchantOrder part = entry.part();
            List<Object> cells = new ArrayList<>(List.of(
                    part.number(),
                    Brussels.dateOf(entry.at()),
                    say("orders.state." + entry.end().code()),
                    ways(part),
                    Cents.of(part.totalCents())));
            for (int rate : RATES) {
                VatShare share = Optional.ofNullable(part.vat().get(rate)).orElse(NOTHING);
                cells.add(Cents.of(share.grossCents()));
                cells.add(Cents.of(share.vatCents()));
            }
            cells.add(Cents.of(entry.depositCents()));
            cells.add(Cents.of(entry.paidCents()));
            cells.add(Cents.of(entry.refundedCents()));
            cells.add(Cents.of(part.legs().stream().mapToLong(Leg::dueCents).sum()));
            csv.row(cells.toArray());
        }
        return csv.bytes();
    }

    byte[] pdf(String place, String shop, Statement statement, Instant now) {
        var out = new ByteArrayOutputStream();
        String title = say("day.statement.paper", shop, name(statement.period()));
        var report = new Report(out, texts, new Report.Heading(place, title, language, now));
        report.facts(List.of(
                new Report.Fact(say("day.handed-over"), count(statement, EventKind.DELIVERED)),
                new Report.Fact(say("orders.state.refused"), count(statement, EventKind.REFUSED)),
                new Report.Fact(say("orders.state.cancelled"), count(statement, EventKind.CANCELLED)),
                new Report.Fact(say("day.deposits"), formats.euros(statement.depositCents())),
                new Report.Fact(say("basket.sum"), formats.euros(statement.totalCents()))));
        if (statement.entries().isEmpty()) {
            report.paragraph(say("day.statement.none"));
        } else {
            vat(report, statement);
            ways(report, statement);
            orders(report, statement);
        }
        report.note(say("day.statement.rule"));
        report.finish();
        return out.toByteArray();
    }

    private void vat(Report report, Statement statement) {
        report.section(say("day.vat"));
        report.table(
                List.of(
                        new Report.Column(say("day.vat.rate"), 2, false),
                        new Report.Column(say("day.vat.with"), 3, true),
                        new Report.Column(say("day.vat"), 3, true),
                        new Report.Column(say("day.vat.without"), 3, true)),
                statement.vat().entrySet().stream()
                        .map(one -> List.of(
                                one.getKey() / 10 + " %",
                                formats.euros(one.getValue().grossCents()),
                                formats.euros(one.getValue().vatCents()),
                                formats.euros(one.getValue().grossCents()
                                        - one.getValue().vatCents())))
                        .toList());
    }

    private void ways(Report report, Statement statement) {
        report.section(say("orders.legs"));
        List<List<String>> rows = new ArrayList<>();
        for (Map.Entry<Modality, Statement.Way> one : statement.ways().entrySet()) {
            Statement.Way way = one.getValue();
            rows.add(List.of(
                    say("orders.way." + one.getKey().code()),
                    formats.euros(way.amountCents()),
                    formats.euros(way.paidCents()),
                    formats.euros(way.refundedCents()),
                    formats.euros(way.openCents()),
                    formats.euros(way.backCents())));
        }
        report.table(
                List.of(
                        new Report.Column(say("day.ways"), 4, false),
                        new Report.Column(say("basket.amount"), 2.4, true),
                        new Report.Column(say("day.paid"), 2.4, true),
                        new Report.Column(say("day.refunded"), 2.4, true),
                        new Report.Column(say("day.open"), 2.4, true),
                        new Report.Column(say("day.back"), 2.4, true)),
                rows);
    }

    private void orders(Report report, Statement statement) {
        report.section(say("orders.board.title"));
        report.table(
                List.of(
                        new Report.Column(say("day.order"), 2.2, false),
                        new Report.Column(say("day.date"), 2.2, false),
                        new Report.Column(say("day.end"), 3, false),
                        new Report.Column(say("day.ways"), 4, false),
                        new Report.Column(say("basket.sum"), 2.2, true)),
                statement.entries().stream()
                        .map(entry -> List.of(
                                entry.part().number(),
                                formats.shortDate(Brussels.dateOf(entry.at())),
                                say("orders.state." + entry.end().code()),
                                ways(entry.part()),
                                formats.euros(entry.part().totalCents())))
                        .toList(),
                List.of(say("basket.sum"), "", "", "", formats.euros(statement.totalCents())));
    }

    /** The period in words. */
    private String name(Period period) {
        return period.month() ? formats.month(period.first()) : formats.date(period.first());
    }

    private String ways(MerchantOrder part) {
        return part.legs().stream()
                .filter(leg -> leg.amountCents() > 0 || leg.paidCents() > 0)
                .map(leg -> say("orders.way." + leg.modality().code()))
                .collect(Collectors.joining(" + "));
    }

    private String count(Statement statement, EventKind end) {
        return formats.number(statement.count(end));
    }

    private String say(String key, Object... args) {
        return texts.text(language, key, args);
    }
}

package be.quartier.vouchers.closing;

import be.quartier.commune.Brussels;
import be.quartier.commune.Commune;
import be.quartier.commune.Language;
import be.quartier.money.Cents;
import be.quartier.pages.Formats;
import be.quartier.pages.Texts;
import be.quartier.paper.CsvText;
import be.quartier.paper.Report;
import be.quartier.paper.Report.Column;
import be.quartier.paper.Report.Fact;
import be.quartier.vouchers.campaigns.Campaign;
import be.quartier.vouchers.live.Dimension;
import be.quartier.vouchers.live.LiveView;
import be.quartier.vouchers.live.LiveView.LiveCell;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/**
 * The report of a campaign for the council: a PDF to vote on and a file to reckon with. Its only time is that of the last
 * transfer it rests on, so the same state of the ledger gives the same bytes.
 */
public final class YearReport {

    private final Texts texts;
    private final Language language;
    private final Formats formats;
    private final Campaign campaign;
    private final LiveView live;
    private final BiFunction<Dimension, String, String> names;

    /**
     * A report.
     *
     * @param names what a part of a dimension is called in {@code language}
     */
    public YearReport(
            Texts texts,
            Language language,
            Campaign campaign,
            LiveView live,
            BiFunction<Dimension, String, String> names) {
        this.texts = texts;
        this.language = language;
        this.formats = Formats.of(language);
        this.campaign = campaign;
        this.live = live;
        this.names = names;
    }

    /** The document. */
    public byte[] pdf(Commune commune) {
        var bytes = new ByteArrayOutputStream();
        var heading = new Report.Heading(
                commune.name(language), t("closing.report.title", campaign.title(language)), language, live.lastAt());
        var report = new Report(bytes, texts, heading);
        report.paragraph(t(
                "closing.report.lead",
                live.totals().issued(),
                formats.euros(live.totals().spentCents())));
        report.section(t("closing.report.money")).facts(facts());
        for (var by : List.of(Dimension.SHOP, Dimension.DISTRICT, Dimension.AGE, Dimension.TIME)) {
            report.section(t("closing.report." + by.code()));
            table(report, by);
        }
        report.note(t("closing.report.hidden"));
        report.note(t("closing.report.basis", formats.dateTime(live.lastAt())));
        report.finish();
        return bytes.toByteArray();
    }

    /** The same figures as a file for spreadsheets. */
    public byte[] csv() {
        var csv = new CsvText(List.of(
                t("closing.column.table"),
                t("closing.column.part"),
                t("closing.column.issued"),
                t("closing.column.purchases"),
                t("closing.column.spent")));
        var totals = live.totals();
        csv.row(t("closing.all"), "", totals.issued(), totals.purchases(), Cents.of(totals.spentCents()));
        for (var by : Dimension.values()) {
            for (var cell : weekly(by)) {
                var part = part(by, cell);
                var table = t("closing.report." + by.code());
                boolean shown = live.shown(cell.key());
                csv.row(
                        table,
                        part,
                        live.shownIssued(cell.key()) ? cell.issued() : t("closing.few"),
                        shown ? cell.purchases() : t("closing.few"),
                        shown ? Cents.of(cell.spentCents()) : t("closing.few"));
            }
        }
        return csv.bytes();
    }

    private List<Fact> facts() {
        var totals = live.totals();
        var terms = campaign.terms();
        var facts = new ArrayList<Fact>();
        terms.decision()
                .day()
                .ifPresent(day -> facts.add(
                        new Fact(t("closing.fact.decision"), terms.decision().reference() + ", " + formats.date(day))));
        facts.add(new Fact(t("closing.fact.regulation"), terms.regulation()));
        facts.add(new Fact(
                t("closing.fact.validity"),
                formats.date(terms.calendar().validFrom()) + " – "
                        + formats.date(campaign.progress().lastDay())));
        facts.add(new Fact(t("closing.fact.budget"), formats.euros(totals.budgetCents())));
        facts.add(
                new Fact(t("closing.fact.issued"), formats.euros(totals.issuedCents()) + " (" + totals.issued() + ")"));
        facts.add(new Fact(t("closing.fact.spent"), formats.euros(totals.spentCents())));
        facts.add(new Fact(t("closing.fact.returned"), formats.euros(totals.returnedCents())));
        facts.add(new Fact(t("closing.fact.left"), formats.euros(totals.leftCents())));
        facts.add(new Fact(
                t("closing.fact.free"),
                formats.euros(totals.budgetCents() - totals.issuedCents() + totals.returnedCents())));
        facts.add(new Fact(t("closing.fact.used"), formats.percent(totals.used(), totals.issued())));
        return facts;
    }

    private void table(Report report, Dimension by) {
        var columns = List.of(
                new Column(t("live.by." + by.code()), 4, false),
                new Column(t("closing.column.purchases"), 2, true),
                new Column(t("closing.column.spent"), 2, true));
        var rows = weekly(by).stream()
                .map(cell -> live.shown(cell.key())
                        ? List.of(part(by, cell), formats.number(cell.purchases()), formats.euros(cell.spentCents()))
                        : List.of(part(by, cell), t("closing.few"), t("closing.few")))
                .toList();
        if (rows.isEmpty()) {
            report.paragraph(t("closing.report.none"));
        } else {
            report.table(columns, rows);
        }
    }

    /** A campaign's days are too many for paper: weeks. */
    private List<LiveCell> weekly(Dimension by) {
        return live.by(by).stream()
                .filter(cell -> by != Dimension.TIME || !cell.key().isWithin(by.place()))
                .toList();
    }

    private String part(Dimension by, LiveCell cell) {
        return names.apply(by, cell.key().at().get(by.place()));
    }

    private String t(String key, Object... args) {
        return texts.text(language, key, args);
    }

    /** A name for the files: the campaign's last day says which one it is. */
    public String fileName(String ending) {
        return "report-" + Brussels.dateOf(live.lastAt()) + ending;
    }
}

package be.quartier.paper;

import be.quartier.commune.Language;
import be.quartier.pages.Formats;
import be.quartier.pages.Texts;
import be.quartier.paper.TextBlock.Style;
import be.quartier.paper.pdf.Ink;
import be.quartier.paper.pdf.PdfDocument;
import be.quartier.paper.pdf.Sheet;
import be.quartier.paper.pdf.Tag;
import be.quartier.paper.pdf.Typeface;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * An A4 document of titles, paragraphs, figures and tables under the commune's plate: statements, year reports, lists.
 *
 * <p>Pages break by themselves; a table's head is repeated on each page; the foot says page x of y. The same calls with the
 * same instant give the same bytes. Call {@link #finish} at the end.
 */
public final class Report {

    static final double LEFT = 20;
    static final double TOP = 20;
    static final double BOTTOM = 278;

    private final PdfDocument document;
    private final Heading heading;
    private final Texts texts;
    private final List<Sheet> sheets = new ArrayList<>();
    private Sheet sheet;
    private double y;

    /**
     * Whose document it is.
     *
     * @param place the commune's name, as on its plate
     * @param title of the document
     * @param at when it was made, printed in the foot
     */
    public record Heading(String place, String title, Language language, Instant at) {}

    /** Begins a document; the stream stays open at the end. */
    public Report(OutputStream out, Texts texts, Heading heading) {
        this.texts = texts;
        this.heading = heading;
        document = new PdfDocument(
                out,
                new PdfDocument.About(
                        heading.title(), heading.place(), heading.language().code(), heading.at()));
        sheet = document.a4();
        sheets.add(sheet);
        y = TOP;
        plate();
        text("H1", Style.TITLE, heading.title(), 3);
    }

    private void plate() {
        double natural = Typeface.PLATE.width(heading.place(), 18) / Sheet.MM + 10;
        double plateWidth = Math.clamp(natural, 35, width());
        double top = y;
        sheet.artifact(() -> Plate.draw(sheet, LEFT, top, plateWidth, 13));
        try (Tag name = document.root().child("P")) {
            sheet.tagged(name, () -> Plate.line(sheet, LEFT + 5, top + 6.5, plateWidth - 10, 18, heading.place()));
        }
        y += 21;
    }

    /** A heading of a section. */
    public Report section(String title) {
        room(22);
        y += 3;
        return text("H2", Style.SUBTITLE, title, 2);
    }

    /** A paragraph. */
    public Report paragraph(String words) {
        return text("P", Style.BODY, words, 2.5);
    }

    /** A remark in small print. */
    public Report note(String words) {
        return text("P", Style.NOTE, words, 2);
    }

    /** Facts with their values, one below the other: "Amount" – "100,00 €". */
    public Report facts(List<Fact> facts) {
        return new ReportTable(this, Fact.COLUMNS, false)
                .rows(facts.stream()
                        .map(fact -> List.of(fact.label(), fact.value()))
                        .toList())
                .end();
    }

    /** A table with a head; every row has as many cells as there are columns. */
    public Report table(List<Column> columns, List<List<String>> rows) {
        return new ReportTable(this, columns, true).rows(rows).end();
    }

    /** A table with a head and, as its last row, totals in bold. */
    public Report table(List<Column> columns, List<List<String>> rows, List<String> totals) {
        return new ReportTable(this, columns, true).rows(rows).totals(totals).end();
    }

    /**
     * A column of a table.
     *
     * @param weight its share of the width
     * @param numbers whether its cells end at the right
     */
    public record Column(String title, double weight, boolean numbers) {}

    /** A fact and its value. */
    public record Fact(String label, String value) {
        static final List<Column> COLUMNS = List.of(new Column("", 2, false), new Column("", 3, false));
    }

    /** Writes the file's end. Returns the number of pages. */
    public int finish() {
        Formats formats = Formats.of(heading.language());
        for (int i = 0; i < sheets.size(); i++) {
            Sheet page = sheets.get(i);
            String foot = texts.text(heading.language(), "paper.letter.page", i + 1, sheets.size());
            page.artifact(() -> {
                page.line(Ink.LINE, 0.5, false, LEFT, 284, page.width() - LEFT, 284);
                page.text(
                        Typeface.TEXT,
                        8,
                        Ink.GREY,
                        LEFT,
                        289,
                        heading.title() + " · " + formats.dateTime(heading.at()));
                page.textRight(Typeface.TEXT, 8, Ink.GREY, page.width() - LEFT, 289, foot);
            });
            document.add(page);
        }
        document.finish();
        return sheets.size();
    }

    private Report text(String type, Style style, String words, double after) {
        List<String> lines = TextBlock.lines(style, width(), words);
        try (Tag tag = document.root().child(type)) {
            int from = 0;
            while (from < lines.size()) {
                room(style.leading());
                int fits = Math.max(1, (int) ((BOTTOM - y) / style.leading()));
                List<String> some = lines.subList(from, Math.min(lines.size(), from + fits));
                double top = y;
                sheet.tagged(tag, () -> {
                    for (int i = 0; i < some.size(); i++) {
                        double base = top + (i + 0.72) * style.leading();
                        sheet.text(style.face(), style.size(), style.ink(), LEFT, base, some.get(i) + " ");
                    }
                });
                y += some.size() * style.leading();
                from += some.size();
            }
        }
        y += after;
        return this;
    }

    /** Begins a new page when less than so many millimetres are left; says whether it did. */
    boolean room(double millimetres) {
        if (y + millimetres <= BOTTOM) {
            return false;
        }
        sheet = document.a4();
        sheets.add(sheet);
        y = TOP;
        return true;
    }

    PdfDocument document() {
        return document;
    }

    Sheet sheet() {
        return sheet;
    }

    double y() {
        return y;
    }

    void advance(double millimetres) {
        y += millimetres;
    }

    double width() {
        return 210 - 2 * LEFT;
    }
}

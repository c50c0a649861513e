package be.quartier.paper;

import be.quartier.paper.TextBlock.Style;
import be.quartier.paper.pdf.Ink;
import be.quartier.paper.pdf.Sheet;
import be.quartier.paper.pdf.Tag;
import be.quartier.paper.pdf.Typeface;
import java.util.ArrayList;
import java.util.List;

/** A table of a report, row by row over as many pages as it takes. */
final class ReportTable {

    private static final Style CELL = new Style(Typeface.TEXT, 9, 4.3, Ink.BLACK);
    private static final Style HEAD = new Style(Typeface.BOLD, 9, 4.3, Ink.ENAMEL);
    private static final Style TOTAL = new Style(Typeface.BOLD, 9, 4.3, Ink.BLACK);
    private static final double PADDING = 1.2;
    private static final double GUTTER = 3;

    private final Report report;
    private final List<Report.Column> columns;
    private final boolean head;
    private final Tag table;
    private final double weights;

    ReportTable(Report report, List<Report.Column> columns, boolean head) {
        this.report = report;
        this.columns = columns;
        this.head = head;
        weights = columns.stream().mapToDouble(Report.Column::weight).sum();
        table = report.document().root().child("Table");
        if (head) {
            report.room(20);
            row(titles(), HEAD, true);
        }
    }

    ReportTable rows(List<List<String>> rows) {
        rows.forEach(cells -> row(cells, CELL, false));
        return this;
    }

    ReportTable totals(List<String> cells) {
        row(cells, TOTAL, false);
        return this;
    }

    Report end() {
        table.close();
        report.advance(4);
        return report;
    }

    private List<String> titles() {
        return columns.stream().map(Report.Column::title).toList();
    }

    private void row(List<String> cells, Style style, boolean isHead) {
        if (cells.size() != columns.size()) {
            throw new IllegalArgumentException(
                    "A row has " + cells.size() + " cells for " + columns.size() + " columns");
        }
        List<List<String>> wrapped = wrapped(cells, style);
        int lines = wrapped.stream().mapToInt(List::size).max().orElse(1);
        double height = Math.max(1, lines) * style.leading() + 2 * PADDING;
        if (report.room(height) && head) {
            repeatHead();
        }
        Sheet sheet = report.sheet();
        double bottom = report.y() + height;
        try (Tag row = table.child("TR")) {
            double x = Report.LEFT;
            for (int i = 0; i < columns.size(); i++) {
                try (Tag cell = row.child(isHead || (!head && i == 0) ? "TH" : "TD")) {
                    if (isHead) {
                        cell.columnHead();
                    } else if (!head && i == 0) {
                        cell.rowHead();
                    }
                    double left = x;
                    int column = i;
                    sheet.tagged(cell, () -> cell(sheet, column, left, wrapped.get(column), style));
                }
                x += share(i);
            }
        }
        sheet.artifact(() -> sheet.line(
                isHead ? Ink.ENAMEL : Ink.LINE,
                isHead ? 1 : 0.4,
                false,
                Report.LEFT,
                bottom,
                Report.LEFT + report.width(),
                bottom));
        report.advance(height);
    }

    private void repeatHead() {
        List<List<String>> wrapped = wrapped(titles(), HEAD);
        Sheet sheet = report.sheet();
        int lines = wrapped.stream().mapToInt(List::size).max().orElse(1);
        double height = lines * HEAD.leading() + 2 * PADDING;
        double bottom = report.y() + height;
        sheet.artifact(() -> {
            double x = Report.LEFT;
            for (int i = 0; i < columns.size(); i++) {
                cell(sheet, i, x, wrapped.get(i), HEAD);
                x += share(i);
            }
            sheet.line(Ink.ENAMEL, 1, false, Report.LEFT, bottom, Report.LEFT + report.width(), bottom);
        });
        report.advance(height);
    }

    private void cell(Sheet sheet, int column, double x, List<String> lines, Style style) {
        double base = report.y() + PADDING + style.leading() * 0.72;
        for (String line : lines) {
            if (columns.get(column).numbers()) {
                sheet.textRight(style.face(), style.size(), style.ink(), x + share(column) - GUTTER / 2, base, line);
            } else {
                sheet.text(style.face(), style.size(), style.ink(), x, base, line + " ");
            }
            base += style.leading();
        }
    }

    private List<List<String>> wrapped(List<String> cells, Style style) {
        List<List<String>> wrapped = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            wrapped.add(TextBlock.lines(style, share(i) - GUTTER, cells.get(i)));
        }
        return wrapped;
    }

    private double share(int column) {
        return report.width() * columns.get(column).weight() / weights;
    }
}

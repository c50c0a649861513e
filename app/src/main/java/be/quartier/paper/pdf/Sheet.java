package be.quartier.paper.pdf;

import java.util.ArrayList;
import java.util.List;

/**
 * One page being drawn. Places are in millimetres from the top left corner, text sizes in points.
 *
 * <p>Invariant: nothing is drawn outside {@link #tagged} or {@link #artifact}, so that every mark on the paper is either
 * read aloud or known to be decoration.
 */
public final class Sheet {

    /** Points in a millimetre. */
    public static final double MM = 72 / 25.4;

    private final PdfDocument document;
    private final int id;
    private final double widthMm;
    private final double heightMm;
    private final StringBuilder ops = new StringBuilder(8192);
    private final List<Integer> tagIds = new ArrayList<>();
    private boolean inside;

    Sheet(PdfDocument document, int id, double widthMm, double heightMm) {
        this.document = document;
        this.id = id;
        this.widthMm = widthMm;
        this.heightMm = heightMm;
    }

    /** Width in millimetres. */
    public double width() {
        return widthMm;
    }

    /** Height in millimetres. */
    public double height() {
        return heightMm;
    }

    /** Draws what belongs to a structure element. */
    public Sheet tagged(Tag tag, Runnable drawing) {
        int mcid = tagIds.size();
        tagIds.add(tag.id());
        tag.content(id, mcid);
        ops.append('/').append(tag.type()).append("<</MCID ").append(mcid).append(">>BDC ");
        draw(drawing);
        return this;
    }

    /** Draws decoration: lines, plates, page numbers. */
    public Sheet artifact(Runnable drawing) {
        ops.append("/Artifact BMC ");
        draw(drawing);
        return this;
    }

    /** Makes a figure with a description out of a drawing. */
    public Sheet figure(Tag parent, String alt, double x, double y, double width, double height, Runnable drawing) {
        try (Tag figure = parent.child("Figure").alt(alt)) {
            figure.box(x * MM, (heightMm - y - height) * MM, (x + width) * MM, (heightMm - y) * MM);
            return tagged(figure, drawing);
        }
    }

    private void draw(Runnable drawing) {
        if (inside) {
            throw new IllegalStateException("Marked content cannot be nested");
        }
        inside = true;
        drawing.run();
        inside = false;
        ops.append("EMC\n");
    }

    /** Writes a text; {@code y} is its base line. */
    public void text(Typeface face, double size, Ink ink, double x, double y, String text) {
        text(face, size, ink, x, y, 0, text);
    }

    /** Writes a text with extra space between its letters, in points. */
    public void text(Typeface face, double size, Ink ink, double x, double y, double spacing, String text) {
        if (text.isEmpty()) {
            return;
        }
        begin();
        ops.append("BT ").append(ink.fill());
        if (spacing != 0) {
            Numbers.append(ops, spacing);
            ops.append("Tc ");
        }
        Numbers.append(ops, x * MM);
        Numbers.append(ops, (heightMm - y) * MM);
        ops.append("Td ");
        runs(face, size, text);
        if (spacing != 0) {
            ops.append("0 Tc ");
        }
        ops.append("ET\n");
    }

    /** Writes a text that ends at {@code right}. */
    public void textRight(Typeface face, double size, Ink ink, double right, double y, String text) {
        text(face, size, ink, right - face.width(text, size) / MM, y, text);
    }

    /** Writes a text around {@code centre}. */
    public void textCentred(Typeface face, double size, Ink ink, double centre, double y, String text) {
        text(face, size, ink, centre - face.width(text, size) / MM / 2, y, text);
    }

    private void runs(Typeface face, double size, String text) {
        int current = -1;
        var hex = new StringBuilder();
        for (int i = 0; i < text.length(); ) {
            int raw = text.codePointAt(i);
            i += Character.charCount(raw);
            int code = face.printable(raw);
            int file = face.fileOf(code);
            if (file != current) {
                show(hex);
                ops.append('/').append(document.font(face, file).resource()).append(' ');
                Numbers.append(ops, size);
                ops.append("Tf ");
                current = file;
            }
            document.font(face, file).encode(code, hex);
        }
        show(hex);
    }

    private void show(StringBuilder hex) {
        if (!hex.isEmpty()) {
            ops.append('<').append(hex).append(">Tj ");
            hex.setLength(0);
        }
    }

    /** Fills a rectangle. */
    public void box(Ink ink, double x, double y, double width, double height) {
        begin();
        ops.append(ink.fill());
        rectangle(x, y, width, height);
        ops.append("f\n");
    }

    /** Fills a rectangle with round corners. */
    public void plate(Ink ink, double x, double y, double width, double height, double radius) {
        begin();
        ops.append(ink.fill());
        round(x, y, width, height, radius);
        ops.append("f\n");
    }

    /** Draws a rectangle with round corners; the line's width in points. */
    public void frame(Ink ink, double line, double x, double y, double width, double height, double radius) {
        begin();
        ops.append(ink.stroke());
        Numbers.append(ops, line);
        ops.append("w [] 0 d ");
        round(x, y, width, height, radius);
        ops.append("S\n");
    }

    /** Draws a straight line; its width in points, dashed or not. */
    public void line(Ink ink, double line, boolean dashed, double x1, double y1, double x2, double y2) {
        begin();
        ops.append(ink.stroke());
        Numbers.append(ops, line);
        ops.append(dashed ? "w [2 3] 0 d " : "w [] 0 d ");
        point(x1, y1);
        ops.append("m ");
        point(x2, y2);
        ops.append("l S\n");
    }

    /** Draws the dark modules of a code as one shape, {@code module} millimetres each. */
    public void modules(boolean[][] rows, double x, double y, double module, double rowHeight) {
        begin();
        ops.append("q ").append(Ink.CODE.fill());
        Numbers.append(ops, module * MM);
        ops.append("0 0 ");
        Numbers.append(ops, -rowHeight * MM);
        point(x, y);
        ops.append("cm ");
        for (int row = 0; row < rows.length; row++) {
            for (int from = 0; from < rows[row].length; from++) {
                int to = from;
                while (to < rows[row].length && rows[row][to]) {
                    to++;
                }
                if (to > from) {
                    ops.append(from)
                            .append(' ')
                            .append(row)
                            .append(' ')
                            .append(to - from)
                            .append(" 1 re ");
                    from = to;
                }
            }
        }
        ops.append("f Q\n");
    }

    private void begin() {
        if (!inside) {
            throw new IllegalStateException("Drawing outside a tag or an artifact");
        }
    }

    private void rectangle(double x, double y, double width, double height) {
        point(x, y + height);
        Numbers.append(ops, width * MM);
        Numbers.append(ops, height * MM);
        ops.append("re ");
    }

    private void round(double x, double y, double width, double height, double r) {
        double k = r * 0.4477;
        point(x + r, y);
        ops.append("m ");
        point(x + width - r, y);
        ops.append("l ");
        curve(x + width - k, y, x + width, y + k, x + width, y + r);
        point(x + width, y + height - r);
        ops.append("l ");
        curve(x + width, y + height - k, x + width - k, y + height, x + width - r, y + height);
        point(x + r, y + height);
        ops.append("l ");
        curve(x + k, y + height, x, y + height - k, x, y + height - r);
        point(x, y + r);
        ops.append("l ");
        curve(x, y + k, x + k, y, x + r, y);
        ops.append("h ");
    }

    private void curve(double x1, double y1, double x2, double y2, double x3, double y3) {
        point(x1, y1);
        point(x2, y2);
        point(x3, y3);
        ops.append("c ");
    }

    private void point(double x, double y) {
        Numbers.append(ops, x * MM);
        Numbers.append(ops, (heightMm - y) * MM);
    }

    int id() {
        return id;
    }

    List<Integer> tagIds() {
        return tagIds;
    }

    StringBuilder ops() {
        return ops;
    }
}

package be.quartier.paper;

import be.quartier.paper.pdf.Ink;
import be.quartier.paper.pdf.Sheet;
import be.quartier.paper.pdf.Tag;
import be.quartier.paper.pdf.Typeface;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Sets paragraphs under one another in a column of a page; {@link #y()} is where the next one begins. */
final class TextBlock {

    /** How a paragraph looks: leading in millimetres. */
    record Style(Typeface face, double size, double leading, Ink ink) {
        static final Style BODY = new Style(Typeface.TEXT, 10.5, 5.2, Ink.BLACK);
        static final Style SMALL = new Style(Typeface.TEXT, 9.2, 4.4, Ink.BLACK);
        static final Style SMALL_BOLD = new Style(Typeface.BOLD, 9.2, 4.4, Ink.BLACK);
        static final Style NOTE = new Style(Typeface.TEXT, 8.2, 3.9, Ink.GREY);
        static final Style TITLE = new Style(Typeface.BOLD, 17, 7.6, Ink.ENAMEL);
        static final Style SUBTITLE = new Style(Typeface.BOLD, 11, 5.2, Ink.ENAMEL);

        double width(String text) {
            return face.width(text, size) / Sheet.MM;
        }
    }

    private static final Pattern BLANKS = Pattern.compile("[ \n]+");

    private final Sheet sheet;
    private final double x;
    private final double width;
    private double y;

    TextBlock(Sheet sheet, double x, double y, double width) {
        this.sheet = sheet;
        this.x = x;
        this.y = y;
        this.width = width;
    }

    double y() {
        return y;
    }

    TextBlock gap(double millimetres) {
        y += millimetres;
        return this;
    }

    /** Sets one paragraph as an element of this type under the parent. */
    TextBlock paragraph(Tag parent, String type, Style style, String text) {
        try (Tag tag = parent.child(type)) {
            return into(tag, style, text);
        }
    }

    /** Sets a text as content of an element that is already there. */
    TextBlock into(Tag tag, Style style, String text) {
        List<String> lines = lines(style, width, text);
        sheet.tagged(tag, () -> {
            for (int i = 0; i < lines.size(); i++) {
                String line = i + 1 < lines.size() ? lines.get(i) + " " : lines.get(i);
                sheet.text(style.face(), style.size(), style.ink(), x, y + style.leading() * 0.72, line);
                y += style.leading();
            }
        });
        return this;
    }

    /** Breaks a text at its spaces; a word wider than the column is broken where it must. */
    static List<String> lines(Style style, double width, String text) {
        List<String> lines = new ArrayList<>();
        var line = new StringBuilder();
        double used = 0;
        double space = style.width(" ");
        for (String word : BLANKS.split(text, -1)) {
            String rest = word;
            double needed = style.width(rest);
            while (needed > width && rest.length() > 1) {
                if (!line.isEmpty()) {
                    lines.add(line.toString());
                    line.setLength(0);
                }
                int fits = fitting(style, width, rest);
                lines.add(rest.substring(0, fits));
                rest = rest.substring(fits);
                needed = style.width(rest);
            }
            if (line.isEmpty()) {
                line.append(rest);
                used = needed;
            } else if (used + space + needed <= width) {
                line.append(' ').append(rest);
                used += space + needed;
            } else {
                lines.add(line.toString());
                line.setLength(0);
                line.append(rest);
                used = needed;
            }
        }
        if (!line.isEmpty()) {
            lines.add(line.toString());
        }
        return lines;
    }

    /** The text, shortened with an ellipsis if it is wider than that. */
    static String shortened(Style style, double width, String text) {
        if (style.width(text) <= width) {
            return text;
        }
        int end = text.length();
        while (end > 1 && style.width(text.substring(0, end).strip() + "…") > width) {
            end--;
        }
        return text.substring(0, end).strip() + "…";
    }

    private static int fitting(Style style, double width, String word) {
        int fits = 1;
        while (fits < word.length() && style.width(word.substring(0, fits + 1)) <= width) {
            fits++;
        }
        return fits;
    }
}

package be.quartier.paper;

import be.quartier.paper.TextBlock.Style;
import be.quartier.paper.pdf.Ink;
import be.quartier.paper.pdf.Sheet;
import be.quartier.paper.pdf.Tag;
import be.quartier.paper.pdf.Typeface;
import java.util.ArrayList;
import java.util.List;

/** The first page: who writes, to whom, why, and the first voucher below the second fold. */
final class LetterFront {

    private static final double LEFT = 20;
    private static final Style ADDRESS = new Style(Typeface.TEXT, 11, 5.4, Ink.BLACK);
    private static final double MESSAGE_TOP = 114;
    private static final double PANEL_TOP = LetterZones.SECOND_FOLD + 6;

    private LetterFront() {}

    static void draw(Sheet sheet, Tag part, LetterText text, Letter letter) {
        sender(sheet, part, text);
        address(sheet, part, text, letter);
        new TextBlock(sheet, LEFT, 102, 76).paragraph(part, "P", Style.SMALL, text.date());
        message(sheet, part, text, letter);
        sheet.artifact(() -> sheet.line(
                Ink.LINE, 0.6, true, 8, LetterZones.SECOND_FOLD, sheet.width() - 8, LetterZones.SECOND_FOLD));
        SlipPanel.draw(sheet, part, text, letter.vouchers().getFirst(), PANEL_TOP);
    }

    private static void sender(Sheet sheet, Tag part, LetterText text) {
        LetterContent.Words words = text.words();
        double natural = Typeface.PLATE.width(words.commune(), 21) / Sheet.MM + 12;
        double width = Math.clamp(natural, 40, 78);
        sheet.artifact(() -> Plate.draw(sheet, LEFT, 13, width, 15));
        try (Tag name = part.child("P")) {
            sheet.tagged(name, () -> Plate.line(sheet, LEFT + 6, 20.5, width - 12, 21, words.commune()));
        }
        var block = new TextBlock(sheet, LEFT, 31, 74);
        block.paragraph(part, "P", Style.SMALL_BOLD, words.office());
        block = new TextBlock(sheet, LEFT, 44, 74);
        if (!words.contact().isEmpty()) {
            block.paragraph(part, "P", Style.SMALL_BOLD, text.t("paper.letter.contact"));
        }
        for (String line : words.contact()) {
            block.paragraph(part, "P", Style.SMALL, line);
        }
    }

    private static void address(Sheet sheet, Tag part, LetterText text, Letter letter) {
        var zone = LetterZones.ADDRESS;
        List<String> lines = new ArrayList<>(letter.addressee());
        letter.address()
                .ifPresentOrElse(
                        address -> {
                            lines.add(address.streetLine(text.t("paper.letter.box")));
                            lines.add(address.townLine());
                        },
                        () -> lines.add(text.t("paper.letter.counter")));
        try (Tag tag = part.child("P")) {
            sheet.tagged(tag, () -> {
                double y = zone.y() + ADDRESS.leading() * 0.72;
                for (String line : lines) {
                    String fitted = TextBlock.shortened(ADDRESS, zone.width(), line);
                    sheet.text(ADDRESS.face(), ADDRESS.size(), ADDRESS.ink(), zone.x(), y, fitted + " ");
                    y += ADDRESS.leading();
                }
            });
        }
    }

    private static void message(Sheet sheet, Tag part, LetterText text, Letter letter) {
        double width = sheet.width() - 2 * LEFT;
        var block = new TextBlock(sheet, LEFT, MESSAGE_TOP, width);
        block.paragraph(part, "H1", Style.TITLE, text.title(letter)).gap(2.5);
        block.paragraph(part, "P", Style.BODY, text.t("paper.letter.hello")).gap(1.8);
        for (String paragraph : text.message(letter)) {
            block.paragraph(part, "P", Style.BODY, paragraph).gap(1.8);
        }
        block.gap(1.5);
        for (String line : text.words().signature()) {
            block.paragraph(part, "P", Style.BODY, line);
        }
        if (block.y() > LetterZones.SECOND_FOLD - 2) {
            throw new LetterTooLong(text.language(), (int) Math.ceil(block.y() - LetterZones.SECOND_FOLD + 2));
        }
    }
}

package be.quartier.paper;

import be.quartier.paper.TextBlock.Style;
import be.quartier.paper.pdf.Ink;
import be.quartier.paper.pdf.Sheet;
import be.quartier.paper.pdf.Tag;
import be.quartier.paper.pdf.Typeface;

/** One voucher on the paper: a third of the sheet, so that the folds are the lines to cut along. */
final class SlipPanel {

    static final double LEFT = 15;
    static final double WIDTH = 180;
    static final double HEIGHT = 78;

    private static final double QR_BOX = 54;
    private static final Style AMOUNT = new Style(Typeface.BOLD, 40, 16, Ink.BLACK);
    private static final Style UNTIL = new Style(Typeface.BOLD, 11, 5.4, Ink.BLACK);
    private static final double CODE_SIZE = 18;

    private SlipPanel() {}

    /** Draws the voucher with its upper edge at {@code top}. */
    static void draw(Sheet sheet, Tag parent, LetterText text, Letter.VoucherSlip slip, double top) {
        double inner = WIDTH - QR_BOX - 18;
        try (Tag section = parent.child("Sect")) {
            sheet.artifact(() -> {
                sheet.frame(Ink.ENAMEL, 1.2, LEFT, top, WIDTH, HEIGHT, 3);
                Plate.draw(sheet, LEFT + 5, top + 5, inner + 4, 15);
            });
            try (Tag title = section.child("H2")) {
                sheet.tagged(
                        title,
                        () -> Plate.line(
                                sheet,
                                LEFT + 10,
                                top + 12.5,
                                inner - 6,
                                23,
                                text.t("paper.voucher.title", slip.bearer())));
            }
            var block = new TextBlock(sheet, LEFT + 6, top + 23, inner);
            block.paragraph(section, "P", AMOUNT, text.amount(slip.amountCents()));
            block.paragraph(section, "P", UNTIL, text.t("paper.voucher.until", slip.until()));
            var lower = new TextBlock(sheet, LEFT + 6, top + HEIGHT - 25, inner);
            lower.paragraph(section, "P", Style.SMALL, text.t("paper.voucher.code"));
            double base = lower.gap(6.5).y();
            try (Tag code = section.child("P")) {
                sheet.tagged(
                        code,
                        () -> sheet.text(Typeface.BOLD, CODE_SIZE, Ink.CODE, LEFT + 6, base, 0.8, slip.typedCode()));
            }
            new TextBlock(sheet, LEFT + 6, top + HEIGHT - 9.5, inner)
                    .paragraph(
                            section,
                            "P",
                            Style.NOTE,
                            text.t("paper.voucher.serial", text.words().commune(), Integer.toString(slip.serial())));
            qr(sheet, section, text, slip, top);
        }
    }

    private static void qr(Sheet sheet, Tag section, LetterText text, Letter.VoucherSlip slip, double top) {
        Qr qr = Qr.of(slip.qrText(), Qr.Correction.QUARTILE);
        double module = QR_BOX / (qr.size() + 2 * Qr.QUIET);
        double side = module * qr.size();
        double x = LEFT + WIDTH - QR_BOX - 4 + Qr.QUIET * module;
        double y = top + 4 + Qr.QUIET * module;
        sheet.figure(
                section,
                text.t("paper.voucher.qr", slip.bearer()),
                x,
                y,
                side,
                side,
                () -> sheet.modules(qr.rows(), x, y, module, module));
        new TextBlock(sheet, x - 1, top + QR_BOX + 8, side + 4)
                .paragraph(section, "P", Style.NOTE, text.t("paper.voucher.balance"));
    }
}

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
import java.util.List;

/** The receipt of one spend on till paper, 80 mm wide. It names no child and no voucher. */
public final class Receipt {

    private static final double WIDTH = 80;
    private static final double MARGIN = 5;
    private static final Style LARGE = new Style(Typeface.BOLD, 22, 10, Ink.BLACK);
    private static final Style BODY = new Style(Typeface.TEXT, 10, 5, Ink.BLACK);

    private final Texts texts;

    /**
     * What was spent.
     *
     * @param number the receipt's number, to find the spend again
     * @param refundedCents given back since, 0 when nothing was
     */
    public record Spend(
            String commune,
            String shop,
            String number,
            Instant at,
            long amountCents,
            long refundedCents,
            long balanceCents) {}

    /** Prints with these texts. */
    public Receipt(Texts texts) {
        this.texts = texts;
    }

    /** Writes the receipt as one page; the stream stays open. */
    public void print(OutputStream out, Language language, Spend spend) {
        Formats formats = Formats.of(language);
        String title = texts.text(language, "paper.receipt.title");
        var document = new PdfDocument(out, new PdfDocument.About(title, spend.commune(), language.code(), spend.at()));
        Sheet sheet = document.sheet(WIDTH, spend.refundedCents() > 0 ? 88 : 82);
        Tag root = document.root();
        double width = WIDTH - 2 * MARGIN;
        sheet.artifact(() -> Plate.draw(sheet, MARGIN, 6, width, 13));
        try (Tag name = root.child("P")) {
            sheet.tagged(name, () -> Plate.centred(sheet, WIDTH / 2, 12.5, width - 8, 16, spend.commune()));
        }
        var block = new TextBlock(sheet, MARGIN, 25, width);
        block.paragraph(root, "H1", Style.SUBTITLE, title);
        block.paragraph(root, "P", BODY, spend.shop()).gap(3);
        block.paragraph(root, "P", LARGE, formats.euros(spend.amountCents())).gap(1);
        if (spend.refundedCents() > 0) {
            block.paragraph(
                    root,
                    "P",
                    BODY,
                    texts.text(language, "paper.receipt.refunded", formats.euros(spend.refundedCents())));
        }
        List.of(
                        texts.text(language, "paper.receipt.balance", formats.euros(spend.balanceCents())),
                        formats.dateTime(spend.at()),
                        texts.text(language, "paper.receipt.number", spend.number()))
                .forEach(line -> block.paragraph(root, "P", BODY, line));
        block.gap(2).paragraph(root, "P", Style.NOTE, texts.text(language, "paper.receipt.keep"));
        document.add(sheet);
        document.finish();
    }
}

package be.quartier.paper;

import be.quartier.paper.TextBlock.Style;
import be.quartier.paper.pdf.Sheet;
import be.quartier.paper.pdf.Tag;

/** The back of a voucher on a further sheet: what its holder must know once it is cut off. */
final class SlipBack {

    private static final double LEFT = 25;
    private static final double WIDTH = 160;

    private SlipBack() {}

    static void draw(Sheet sheet, Tag part, LetterText text, double top) {
        var block = new TextBlock(sheet, LEFT, top + 28, WIDTH);
        block.paragraph(part, "P", Style.SUBTITLE, text.words().commune()).gap(2);
        block.paragraph(part, "P", Style.BODY, text.t("paper.slip.how")).gap(2);
        block.paragraph(
                part, "P", Style.BODY, text.t("paper.slip.lost", text.content().siteUrl()));
    }
}

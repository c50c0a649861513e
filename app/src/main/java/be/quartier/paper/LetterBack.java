package be.quartier.paper;

import be.quartier.paper.TextBlock.Style;
import be.quartier.paper.pdf.Ink;
import be.quartier.paper.pdf.Sheet;
import be.quartier.paper.pdf.Tag;
import be.quartier.paper.pdf.Typeface;
import java.util.List;

/** The back of the first sheet: how to use a voucher, what to do when it is lost, the rules, and the shops. */
final class LetterBack {

    private static final double LEFT = 15;
    private static final double WIDTH = 180;
    private static final double GUTTER = 8;
    private static final double HALF = (WIDTH - GUTTER) / 2;
    private static final double BOTTOM = 280;
    private static final int COLUMNS = 3;
    private static final double SHOP_COLUMN = (WIDTH - 2 * GUTTER) / COLUMNS;
    private static final double SHOP_ROW = 9.2;

    private LetterBack() {}

    static void draw(Sheet sheet, Tag part, LetterText text) {
        double y = title(sheet, part, 14, text.t("paper.how.title"));
        y = steps(sheet, part, text, y + 4);
        y = rules(sheet, part, text, y + 5);
        y = title(sheet, part, y + 5, text.t("paper.shops.title"));
        shops(sheet, part, text, y + 4);
    }

    private static double title(Sheet sheet, Tag part, double y, String words) {
        double width = Math.min(WIDTH, Typeface.PLATE.width(words, 15) / Sheet.MM + 10);
        sheet.artifact(() -> Plate.draw(sheet, LEFT, y, width, 10));
        try (Tag heading = part.child("H2")) {
            sheet.tagged(heading, () -> Plate.line(sheet, LEFT + 5, y + 5, width - 10, 15, words));
        }
        return y + 10;
    }

    private static double steps(Sheet sheet, Tag part, LetterText text, double top) {
        double bottom = top;
        double rowTop = top;
        try (Tag list = part.child("L").numbered()) {
            for (int i = 0; i < 4; i++) {
                if (i == 2) {
                    rowTop = bottom + 3;
                }
                double x = LEFT + (i % 2) * (HALF + GUTTER);
                bottom = Math.max(bottom, step(sheet, list, x, rowTop, i + 1, text.t("paper.how." + (i + 1))));
            }
        }
        return bottom;
    }

    private static double step(Sheet sheet, Tag list, double x, double y, int number, String words) {
        try (Tag item = list.child("LI")) {
            sheet.artifact(() -> sheet.plate(Ink.ENAMEL, x, y, 7, 7, 3.5));
            try (Tag label = item.child("Lbl")) {
                sheet.tagged(label, () -> Plate.centred(sheet, x + 3.5, y + 3.5, 6, 11, Integer.toString(number)));
            }
            try (Tag body = item.child("LBody")) {
                return new TextBlock(sheet, x + 10, y, HALF - 10)
                        .into(body, Style.SMALL, words)
                        .y();
            }
        }
    }

    private static double rules(Sheet sheet, Tag part, LetterText text, double top) {
        String site = text.content().siteUrl();
        var left = new TextBlock(sheet, LEFT, top, HALF);
        left.paragraph(part, "H3", Style.SUBTITLE, text.t("paper.how.lost.title"))
                .gap(0.8);
        left.paragraph(
                part,
                "P",
                Style.SMALL,
                text.words().phone().isEmpty()
                        ? text.t("paper.how.lost.callless", site)
                        : text.t("paper.how.lost", site, text.words().phone()));
        var right = new TextBlock(sheet, LEFT + HALF + GUTTER, top, HALF);
        right.paragraph(part, "H3", Style.SUBTITLE, text.t("paper.how.legal.title"))
                .gap(0.8);
        right.paragraph(part, "P", Style.SMALL, text.t("paper.how.legal")).gap(1);
        right.paragraph(part, "P", Style.NOTE, text.t("paper.how.privacy")).gap(1);
        right.paragraph(part, "P", Style.NOTE, text.words().legal());
        return Math.max(left.y(), right.y());
    }

    private static void shops(Sheet sheet, Tag part, LetterText text, double top) {
        List<PartnerShop> shops = text.content().shopsIn(text.language());
        String site = text.content().siteUrl();
        if (shops.isEmpty()) {
            new TextBlock(sheet, LEFT, top, WIDTH).paragraph(part, "P", Style.SMALL, text.t("paper.shops.none", site));
            return;
        }
        int rows = (int) ((BOTTOM - 6 - top) / SHOP_ROW);
        int shown = Math.min(shops.size(), rows * COLUMNS);
        int perColumn = (shown + COLUMNS - 1) / COLUMNS;
        try (Tag list = part.child("L")) {
            for (int i = 0; i < shown; i++) {
                int column = i / perColumn;
                double x = LEFT + column * (SHOP_COLUMN + GUTTER);
                shop(sheet, list, x, top + (i % perColumn) * SHOP_ROW, shops.get(i));
            }
        }
        int left = shops.size() - shown;
        String last = left > 0 ? text.t("paper.shops.more", left, site) : text.t("paper.shops.all", site);
        new TextBlock(sheet, LEFT, top + perColumn * SHOP_ROW + 1, WIDTH).paragraph(part, "P", Style.SMALL_BOLD, last);
    }

    private static void shop(Sheet sheet, Tag list, double x, double y, PartnerShop shop) {
        String where = shop.trade().isEmpty() ? shop.street() : shop.trade() + ", " + shop.street();
        try (Tag item = list.child("LI");
                Tag body = item.child("LBody")) {
            sheet.tagged(body, () -> {
                String name = TextBlock.shortened(Style.SMALL_BOLD, SHOP_COLUMN, shop.name());
                sheet.text(Typeface.BOLD, 9.2, Ink.BLACK, x, y + 3, name + " ");
                sheet.text(
                        Typeface.TEXT, 8.2, Ink.GREY, x, y + 6.6, TextBlock.shortened(Style.NOTE, SHOP_COLUMN, where));
            });
        }
    }
}

package be.quartier.paper;

import be.quartier.commune.Language;
import be.quartier.pages.Texts;
import be.quartier.paper.pdf.Ink;
import be.quartier.paper.pdf.PdfDocument;
import be.quartier.paper.pdf.Sheet;
import be.quartier.paper.pdf.Tag;
import be.quartier.paper.pdf.Typeface;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;

/** What hangs in a shop's window: a blue plate that says, in the commune's languages, that vouchers are taken here. */
public final class ShopSign {

    private static final double INNER = 0.78;

    private final Texts texts;

    /** How large it is printed. */
    public enum Size {
        /** A sticker, 148 × 148 mm. */
        STICKER(148, 148),
        /** A poster, A4. */
        POSTER(210, 297);

        private final double width;
        private final double height;

        Size(double width, double height) {
            this.width = width;
            this.height = height;
        }
    }

    /**
     * What the sign says.
     *
     * @param commune its name, as on its plate
     * @param shop the shop's name
     * @param languages the commune's languages, the first one largest
     * @param infoUrl opens the list of partner shops; in capitals so that the code stays small
     */
    public record Content(String commune, String shop, List<Language> languages, String infoUrl) {
        /** Copies the languages. */
        public Content {
            languages = List.copyOf(languages);
            if (languages.isEmpty()) {
                throw new IllegalArgumentException("A sign has a language");
            }
        }
    }

    /** Draws with these texts. */
    public ShopSign(Texts texts) {
        this.texts = texts;
    }

    /** Writes the sign as one page; the stream stays open. */
    public void print(OutputStream out, Size size, Content content, Instant at) {
        Language first = content.languages().getFirst();
        String title = texts.text(first, "paper.sign.title", content.shop());
        var document = new PdfDocument(out, new PdfDocument.About(title, content.commune(), first.code(), at));
        Sheet sheet = document.sheet(size.width, size.height);
        double margin = size.width * 0.05;
        double width = size.width - 2 * margin;
        double height = size.height - 2 * margin;
        sheet.artifact(() -> {
            sheet.plate(Ink.ENAMEL, margin, margin, width, height, width * 0.05);
            double inset = width * 0.025;
            sheet.frame(
                    Ink.WHITE,
                    width * 0.02,
                    margin + inset,
                    margin + inset,
                    width - 2 * inset,
                    height - 2 * inset,
                    width * 0.035);
        });
        words(sheet, document.root(), size, content);
        code(sheet, document.root(), size, content);
        document.add(sheet);
        document.finish();
    }

    private void words(Sheet sheet, Tag root, Size size, Content content) {
        double centre = size.width / 2;
        double top = size.height * (size == Size.POSTER ? 0.13 : 0.15);
        try (Tag tag = root.child("H1")) {
            double points = size.width * 0.25;
            sheet.tagged(tag, () -> Plate.centred(sheet, centre, top, size.width * INNER, points, content.commune()));
        }
        double y = top + size.width * 0.115;
        for (Language language : content.languages()) {
            double middle = y;
            String words = texts.text(language, "paper.sign.here");
            try (Tag tag = root.child("P").lang(language.code())) {
                double points = size.width * 0.12;
                sheet.tagged(tag, () -> Plate.centred(sheet, centre, middle, size.width * INNER, points, words));
            }
            y += size.width * 0.07;
        }
        try (Tag shop = root.child("P")) {
            double middle = size.height - size.width * 0.13;
            double points = size.width * 0.13;
            sheet.tagged(shop, () -> Plate.centred(sheet, centre, middle, size.width * INNER, points, content.shop()));
        }
    }

    private void code(Sheet sheet, Tag root, Size size, Content content) {
        Qr qr = Qr.of(content.infoUrl(), Qr.Correction.HIGH);
        double box = size.width * (size == Size.POSTER ? 0.5 : 0.32);
        double left = (size.width - box) / 2;
        double top = size.height * 0.43;
        double module = box / (qr.size() + 2 * Qr.QUIET);
        double x = left + Qr.QUIET * module;
        double y = top + Qr.QUIET * module;
        double side = module * qr.size();
        sheet.artifact(() -> sheet.plate(Ink.WHITE, left, top, box, box, box * 0.04));
        Language first = content.languages().getFirst();
        sheet.figure(
                root,
                texts.text(first, "paper.sign.qr"),
                x,
                y,
                side,
                side,
                () -> sheet.modules(qr.rows(), x, y, module, module));
        double below = top + box + size.width * 0.045;
        try (Tag hint = root.child("P")) {
            sheet.tagged(hint, () -> {
                double points = size.width * 0.05;
                sheet.textCentred(
                        Typeface.TEXT, points, Ink.WHITE, size.width / 2, below, texts.text(first, "paper.sign.hint"));
            });
        }
    }
}

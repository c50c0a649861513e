package be.quartier.paper;

import be.quartier.commune.Language;
import be.quartier.pages.Texts;
import be.quartier.paper.pdf.Ink;
import be.quartier.paper.pdf.PdfDocument;
import be.quartier.paper.pdf.Sheet;
import be.quartier.paper.pdf.Tag;
import be.quartier.paper.pdf.Typeface;
import com.google.zxing.oned.Code128Writer;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Iterator;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Prints voucher letters: one PDF with all envelopes in the order given, each beginning on a front page.
 *
 * <p>Letters are taken one by one and leave memory once written. The file holds secrets: whoever gets the stream must
 * treat it as money.
 */
public final class Letters {

    private static final int HIGHEST_SEQUENCE = 999_999;
    private static final double FOOT = 286.5;
    private static final double MARK_RIGHT = 190;
    private static final double BAR = 0.35;

    private final Texts texts;

    /** Prints with these texts. */
    public Letters(Texts texts) {
        this.texts = texts;
    }

    /**
     * A letter that was written.
     *
     * @param firstPage its first page in the file, from 1
     * @param pages how many pages it takes, always even
     */
    public record Printed(int sequence, int firstPage, int pages) {}

    /**
     * Writes the letters into the stream, which stays open.
     *
     * @param at when the file was made; the same letters with the same instant give the same bytes
     * @param each told of every letter as it is written
     * @return number of pages
     * @throws LetterTooLong when the commune's own message is too long for the page
     */
    public int print(
            OutputStream out, LetterContent content, Instant at, Iterator<Letter> letters, Consumer<Printed> each) {
        var french = Language.FR;
        var main = content.words().containsKey(french)
                ? french
                : content.words().keySet().iterator().next();
        String commune = content.in(main).commune();
        String title = texts.text(main, "paper.file.letters", commune);
        var document = new PdfDocument(out, new PdfDocument.About(title, commune, main.code(), at));
        while (letters.hasNext()) {
            Letter letter = letters.next();
            int first = document.pages() + 1;
            draw(document, new LetterText(texts, content, letter.language()), letter);
            each.accept(new Printed(letter.sequence(), first, letter.pages()));
        }
        document.finish();
        return document.pages();
    }

    private static void draw(PdfDocument document, LetterText text, Letter letter) {
        try (Tag part = document.root().child("Part").lang(text.language().code())) {
            Sheet front = document.a4();
            LetterFront.draw(front, part, text, letter);
            finish(document, front, text, letter, 1);
            Sheet back = document.a4();
            LetterBack.draw(back, part, text);
            finish(document, back, text, letter, 2);
            for (int sheet = 1; sheet < letter.sheets(); sheet++) {
                further(document, part, text, letter, sheet);
            }
        }
    }

    private static void further(PdfDocument document, Tag part, LetterText text, Letter letter, int sheet) {
        int from = 1 + (sheet - 1) * Letter.PER_FURTHER_SHEET;
        var slips = letter.vouchers()
                .subList(
                        from,
                        Math.min(
                                from + Letter.PER_FURTHER_SHEET,
                                letter.vouchers().size()));
        Sheet front = document.a4();
        Sheet back = document.a4();
        for (int i = 0; i < slips.size(); i++) {
            double top = i * LetterZones.FIRST_FOLD;
            if (i > 0) {
                front.artifact(() -> front.line(Ink.LINE, 0.6, true, 8, top, front.width() - 8, top));
            }
            SlipPanel.draw(front, part, text, slips.get(i), top + 8);
        }
        finish(document, front, text, letter, 2 * sheet + 1);
        for (int i = 0; i < slips.size(); i++) {
            SlipBack.draw(back, part, text, i * LetterZones.FIRST_FOLD);
        }
        finish(document, back, text, letter, 2 * sheet + 2);
    }

    /** Page x/y for people and the mark for the folding machine, both in the foot and away from the folds. */
    private static void finish(PdfDocument document, Sheet sheet, LetterText text, Letter letter, int page) {
        String mark = mark(letter, page);
        boolean[][] bars = {new Code128Writer().encode(mark)};
        sheet.artifact(() -> {
            sheet.text(Typeface.TEXT, 8, Ink.GREY, 20, FOOT + 4, text.page(page, letter.pages()));
            sheet.textRight(Typeface.TEXT, 8, Ink.GREY, MARK_RIGHT - bars[0].length * BAR - 3, FOOT + 4, mark);
            sheet.modules(bars, MARK_RIGHT - bars[0].length * BAR, FOOT, BAR, 5);
        });
        document.add(sheet);
    }

    private static String mark(Letter letter, int page) {
        return String.format(
                Locale.ROOT, "%06d%02d%02d", letter.sequence() % (HIGHEST_SEQUENCE + 1), page, letter.pages());
    }
}

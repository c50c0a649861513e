package be.quartier.paper;

import static org.assertj.core.api.Assertions.assertThat;

import be.quartier.commune.Language;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Every file we print is PDF/UA-1 and PDF/A-2a according to veraPDF, and written as a stream. */
class PdfStandardTests {

    @Test
    void lettersInAllLanguagesKeepToBothStandards() {
        var random = new Random(5);
        List<Language> languages = List.of(Language.values());
        Letter[] letters = IntStream.rangeClosed(1, 8)
                .mapToObj(i -> Samples.letter(i, languages.get(i % 4), i, random))
                .toArray(Letter[]::new);

        assertThat(Pdfs.faults(Pdfs.letters(Pdfs.content(), letters))).isEmpty();
    }

    @Test
    void aLetterWithNamesInOtherScriptsKeepsToBothStandards() {
        var slip = Samples.slip("Ελένη Ж. 太郎", new Random(6));
        Letter usual = Samples.letter(1, Language.FR, 1, new Random(6));
        var letter = new Letter(1, Language.FR, List.of("Οικογένεια <&> Жук"), usual.address(), List.of(slip));

        assertThat(Pdfs.faults(Pdfs.letters(Pdfs.content(), letter))).isEmpty();
    }

    @Test
    void theValidatorDoesFindFaults() {
        byte[] pdf = Pdfs.letters(Pdfs.content(), Samples.letter(1, Language.FR, 1, new Random(5)));
        String spoiled =
                new String(pdf, StandardCharsets.ISO_8859_1).replace("pdfuaid:part=\"1\"", "pdfuaid:part=\"9\"");

        assertThat(Pdfs.faults(spoiled.getBytes(StandardCharsets.ISO_8859_1))).isNotEmpty();
    }

    @Test
    void signsReceiptsAndListsKeepToBothStandards() {
        var languages = List.of(Language.values());
        var sign = new ShopSign.Content("Valmont", "Au Chat qui lit", languages, "HTTPS://Q.EXAMPLE/VALMONT/PARTNERS");
        var shops = IntStream.range(0, 120).mapToObj(Samples::shop).toList();
        var spend = new Receipt.Spend("Valmont", "Au Chat qui lit", "R-17", Pdfs.AT, 1_250, 250, 8_750);

        for (ShopSign.Size size : ShopSign.Size.values()) {
            var out = new ByteArrayOutputStream();
            new ShopSign(Pdfs.TEXTS).print(out, size, sign, Pdfs.AT);
            assertThat(Pdfs.faults(out.toByteArray())).isEmpty();
        }
        for (Language language : languages) {
            var receipt = new ByteArrayOutputStream();
            new Receipt(Pdfs.TEXTS).print(receipt, language, spend);
            assertThat(Pdfs.faults(receipt.toByteArray())).isEmpty();
            var list = new ByteArrayOutputStream();
            new ShopList(Pdfs.TEXTS).print(list, "Valmont", language, shops, "valmont.example/partners", Pdfs.AT);
            assertThat(Pdfs.faults(list.toByteArray())).isEmpty();
        }
    }

    @Test
    void aReportWithFactsAndALongTableKeepsToBothStandards() throws Exception {
        var out = new ByteArrayOutputStream();
        var heading = new Report.Heading("Valmont", "Décompte & <relevé>", Language.FR, Pdfs.AT);
        var columns = List.of(new Report.Column("Date", 2, false), new Report.Column("Montant", 1, true));
        var rows = IntStream.range(0, 150)
                .mapToObj(i -> List.of("Achat " + i + " ", "1 250,00 €"))
                .toList();
        int pages = new Report(out, Pdfs.TEXTS, heading)
                .paragraph("Un paragraphe. ".repeat(400))
                .section("Chiffres")
                .facts(List.of(new Report.Fact("Total", "187 500,00 €")))
                .table(columns, rows, List.of("Total", "187 500,00 €"))
                .note("Une remarque.")
                .finish();

        assertThat(Pdfs.faults(out.toByteArray())).isEmpty();
        assertThat(pages).isGreaterThan(4);
        assertThat(Pdfs.text(out.toByteArray(), pages - 1)).contains("Page " + pages + "/" + pages, "Montant");
    }

    @Test
    void theSameLettersGiveTheSameBytes() {
        byte[] one = Pdfs.letters(Pdfs.content(), Samples.letter(1, Language.FR, 3, new Random(5)));
        byte[] two = Pdfs.letters(Pdfs.content(), Samples.letter(1, Language.FR, 3, new Random(5)));

        assertThat(one).isEqualTo(two);
    }

    @Test
    void lettersLeaveMemoryAsTheyArePrinted() {
        var written = new AtomicLong();
        var counting = new OutputStream() {
            @Override
            public void write(int b) {
                written.incrementAndGet();
            }

            @Override
            public void write(byte[] bytes, int offset, int length) {
                written.addAndGet(length);
            }
        };
        var random = new Random(9);
        long[] after = new long[401];
        new Letters(Pdfs.TEXTS)
                .print(
                        counting,
                        Pdfs.content(),
                        Pdfs.AT,
                        IntStream.rangeClosed(1, 400)
                                .mapToObj(i -> Samples.letter(i, Language.FR, 1, random))
                                .iterator(),
                        printed -> after[printed.sequence()] = written.get());

        assertThat(after[300] - after[100]).isGreaterThan(written.get() / 3);
        assertThat(after[400]).isGreaterThan(written.get() * 8 / 10);
    }
}

package be.quartier.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.quartier.commune.Language;
import be.quartier.paper.LetterZones.Zone;
import com.google.zxing.BarcodeFormat;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripperByArea;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the post demands of the first page, and what a household finds in its envelope; measured on the picture. */
class LetterPageTests {

    private static final int DPI = 150;
    private static final double MM = 72 / 25.4;

    @ParameterizedTest
    @EnumSource(Language.class)
    void theZonesOfThePostAreCleanPixelByPixel(Language language) throws IOException {
        byte[] pdf = Pdfs.letters(Pdfs.content(), Samples.letter(7, language, 5, new Random(1)));
        BufferedImage page = Pdfs.page(pdf, 0, DPI);

        assertThat(ink(page, LetterZones.FRANKING)).isZero();
        assertThat(ink(page, LetterZones.BELOW)).isZero();
        assertThat(ink(page, LetterZones.RIGHT)).isZero();
        assertThat(ink(page, LetterZones.WINDOW))
                .isEqualTo(ink(page, LetterZones.ADDRESS))
                .isGreaterThan(500);
    }

    @Test
    void theZonesStayCleanForTheLongestAddress() throws IOException {
        Letter usual = Samples.letter(1, Language.DE, 1, new Random(1));
        var address =
                new PostalAddress("Chaussée ".repeat(12), "1234567", "Rez-de-chaussée gauche", "4999", "W".repeat(60));
        var letter = new Letter(
                1, Language.DE, List.of("M".repeat(90), "N".repeat(90)), Optional.of(address), usual.vouchers());
        BufferedImage page = Pdfs.page(Pdfs.letters(Pdfs.content(), letter), 0, DPI);

        assertThat(ink(page, LetterZones.RIGHT)).isZero();
        assertThat(ink(page, LetterZones.BELOW)).isZero();
        assertThat(ink(page, LetterZones.WINDOW)).isEqualTo(ink(page, LetterZones.ADDRESS));
    }

    @Test
    void theWindowShowsTheAddressAndNoOtherNumberLikeAPostcode() throws IOException {
        byte[] pdf = Pdfs.letters(Pdfs.content(), Samples.letter(7, Language.FR, 1, new Random(1)));

        assertThat(textIn(pdf, LetterZones.WINDOW).strip().split("\\s*\\R"))
                .containsExactly("Famille Lambert-Vandenberghe", "Avenue du Général de Gaulle 8 bte 3", "4999 Valmont");
        assertThat(textIn(pdf, new Zone(0, 0, 100, 99))).doesNotContainPattern("\\b[1-9]\\d{3}\\b");
    }

    @Test
    void aProtectedAddressIsPrintedNowhere() throws IOException {
        Letter usual = Samples.letter(7, Language.FR, 2, new Random(1));
        var letter = new Letter(7, Language.FR, usual.addressee(), Optional.empty(), usual.vouchers());
        byte[] pdf = Pdfs.letters(Pdfs.content(), letter);

        assertThat(textIn(pdf, LetterZones.WINDOW)).contains("guichet");
        for (int page = 0; page < letter.pages(); page++) {
            assertThat(Pdfs.text(pdf, page)).doesNotContain("4999", "Gaulle");
        }
    }

    @Test
    void siblingsShareOneEnvelopeAndEachHasItsVoucher() throws IOException {
        Letter letter = Samples.letter(3, Language.NL, 8, new Random(2));
        byte[] pdf = Pdfs.letters(Pdfs.content(), letter);
        var all = new StringBuilder();
        for (int page = 0; page < letter.pages(); page++) {
            all.append(Pdfs.text(pdf, page));
        }

        assertThat(letter.sheets()).isEqualTo(4);
        for (Letter.VoucherSlip slip : letter.vouchers()) {
            assertThat(all.toString()).contains(slip.bearer(), slip.typedCode());
        }
        assertThat(all).contains("Hoe gebruikt u een bon?", "Verloren of gestolen?", "Pagina 8/8", "31 maart 2027");
    }

    @Test
    void theMarkForTheFoldingMachineCountsPagesAwayFromTheFolds() throws IOException {
        Letter letter = Samples.letter(42, Language.FR, 3, new Random(3));
        byte[] pdf = Pdfs.letters(Pdfs.content(), letter);
        for (int page = 0; page < letter.pages(); page++) {
            BufferedImage image = Pdfs.page(pdf, page, 300);
            int top = (int) (286 / 25.4 * 300);
            var foot = image.getSubimage(0, top, image.getWidth(), image.getHeight() - top);
            assertThat(Pdfs.decode(foot, BarcodeFormat.CODE_128)).contains(String.format("000042%02d04", page + 1));
        }
    }

    @Test
    void aMessageTooLongIsRefusedBeforeAnythingIsPosted() {
        LetterContent usual = Pdfs.content(Language.FR);
        var words = usual.in(Language.FR);
        var longer = new LetterContent.Words(
                words.commune(),
                words.office(),
                words.contact(),
                words.phone(),
                List.of("Bonjour ".repeat(200)),
                words.signature(),
                words.legal());
        var content = new LetterContent(usual.date(), Map.of(Language.FR, longer), usual.shops(), usual.siteUrl());

        assertThatThrownBy(() -> Pdfs.letters(content, Samples.letter(1, Language.FR, 1, new Random(1))))
                .isInstanceOf(LetterTooLong.class)
                .hasMessageContaining("mm too long in FR");
    }

    private static int ink(BufferedImage page, Zone zone) {
        double scale = DPI / 25.4;
        int count = 0;
        for (int y = (int) Math.ceil(zone.y() * scale); y < (int) (zone.bottom() * scale); y++) {
            for (int x = (int) Math.ceil(zone.x() * scale);
                    x < Math.min(page.getWidth(), (int) (zone.right() * scale));
                    x++) {
                count += (page.getRGB(x, y) & 0xffffff) == 0xffffff ? 0 : 1;
            }
        }
        return count;
    }

    private static String textIn(byte[] pdf, Zone zone) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            var stripper = new PDFTextStripperByArea();
            stripper.addRegion(
                    "zone",
                    new Rectangle2D.Double(zone.x() * MM, zone.y() * MM, zone.width() * MM, zone.height() * MM));
            stripper.extractRegions(document.getPage(0));
            return stripper.getTextForRegion("zone");
        }
    }
}

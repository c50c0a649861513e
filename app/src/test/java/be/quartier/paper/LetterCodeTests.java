package be.quartier.paper;

import static org.assertj.core.api.Assertions.assertThat;

import be.quartier.commune.Language;
import com.google.zxing.BarcodeFormat;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The QR codes of printed letters are read back from pictures of the paper, also of bad ones. */
class LetterCodeTests {

    private static final long SEED = 4_217L;
    private static final int PER_PAGE = 3;

    private record Panel(BufferedImage image, String text) {}

    @ParameterizedTest
    @ValueSource(ints = {300, 150})
    void aCleanCodeIsRead(int dpi) throws IOException {
        for (Panel panel : panels(dpi)) {
            assertThat(Pdfs.decode(panel.image(), BarcodeFormat.QR_CODE)).contains(panel.text());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 150})
    void aCodeIsReadThroughNoiseAndTurnedByThreeDegrees(int dpi) throws IOException {
        var random = new Random(SEED);
        for (Panel panel : panels(dpi)) {
            BufferedImage bad = noisy(turned(panel.image(), random.nextBoolean() ? 3 : -3), 0.07, random);
            assertThat(Pdfs.decode(bad, BarcodeFormat.QR_CODE))
                    .as("seed %d", SEED)
                    .contains(panel.text());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 150})
    void aCodeIsReadUnderABlotOfATenthOfIt(int dpi) throws IOException {
        var random = new Random(SEED);
        for (Panel panel : panels(dpi)) {
            assertThat(Pdfs.decode(blotted(panel.image(), dpi, random), BarcodeFormat.QR_CODE))
                    .as("seed %d", SEED)
                    .contains(panel.text());
        }
    }

    private static List<Panel> panels(int dpi) throws IOException {
        List<Panel> panels = new ArrayList<>();
        Letter letter = Samples.letter(1, Language.FR, 1 + 3 * PER_PAGE, new Random(SEED));
        byte[] pdf = Pdfs.letters(Pdfs.content(), letter);
        for (int sheet = 1; sheet < letter.sheets(); sheet++) {
            BufferedImage page = Pdfs.page(pdf, 2 * sheet, dpi);
            for (int i = 0; i < PER_PAGE; i++) {
                int third = page.getHeight() / 3;
                int left = page.getWidth() / 2;
                var part = page.getSubimage(left, i * third, page.getWidth() - left, third);
                var slip = letter.vouchers().get(1 + (sheet - 1) * PER_PAGE + i);
                panels.add(new Panel(part, slip.qrText()));
            }
        }
        return panels;
    }

    private static BufferedImage turned(BufferedImage image, double degrees) {
        var turned = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = turned.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.rotate(Math.toRadians(degrees), image.getWidth() / 2.0, image.getHeight() / 2.0);
        graphics.drawImage(image, 0, 0, null);
        graphics.dispose();
        return turned;
    }

    /** Every pixel becomes black or white with this chance, as toner dust and missing toner do. */
    private static BufferedImage noisy(BufferedImage image, double share, Random random) {
        var noisy = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                boolean hit = random.nextDouble() < share;
                noisy.setRGB(x, y, hit ? (random.nextBoolean() ? 0xffffff : 0) : image.getRGB(x, y));
            }
        }
        return noisy;
    }

    private static BufferedImage blotted(BufferedImage image, int dpi, Random random) {
        var blotted = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = blotted.createGraphics();
        graphics.drawImage(image, 0, 0, null);
        double mm = dpi / 25.4;
        // the code is 43 mm wide; a round blot of a tenth of its area, away from the three corners that locate it
        double diameter = 2 * Math.sqrt(0.1 * 43 * 43 / Math.PI);
        double left = (15 + 180 - 54 - 4 + 5.3 - 105) * mm;
        double top = (8 + 4 + 5.3) * mm;
        double x = left + (14 + random.nextDouble() * 8) * mm;
        double y = top + (14 + random.nextDouble() * 8) * mm;
        graphics.setColor(new Color(0x30251a));
        graphics.fillOval((int) x, (int) y, (int) (diameter * mm), (int) (diameter * mm));
        graphics.dispose();
        return blotted;
    }
}

package be.quartier.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BarcodeFormat;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class QrTests {

    private static final String ADDRESS = "HTTPS://QUARTIER.EXAMPLE.BE/VALMONT/B/7K3PM9QX4T2D7K3PM9QX4T2D7K";

    @Test
    void anUpperCaseAddressIsAlphanumericAndSmall() {
        Qr qr = Qr.of(ADDRESS, Qr.Correction.QUARTILE);

        assertThat(qr.alphanumeric()).isTrue();
        assertThat(qr.version()).isLessThanOrEqualTo(4);
        assertThat(qr.size()).isEqualTo(17 + 4 * qr.version());
    }

    @Test
    void aLowerCaseAddressIsReportedAsNotAlphanumeric() {
        assertThat(Qr.of(ADDRESS.toLowerCase(java.util.Locale.ROOT), Qr.Correction.QUARTILE)
                        .alphanumeric())
                .isFalse();
    }

    @Test
    void theModulesReadBackAsTheText() {
        Qr qr = Qr.of(ADDRESS, Qr.Correction.MEDIUM);
        int side = qr.size() + 2 * Qr.QUIET;
        var image = new BufferedImage(side * 4, side * 4, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < side * 4; y++) {
            for (int x = 0; x < side * 4; x++) {
                int column = x / 4 - Qr.QUIET;
                int row = y / 4 - Qr.QUIET;
                boolean inside = column >= 0 && row >= 0 && column < qr.size() && row < qr.size();
                image.setRGB(x, y, inside && qr.dark(column, row) ? 0 : 0xffffff);
            }
        }
        assertThat(Pdfs.decode(image, BarcodeFormat.QR_CODE)).contains(ADDRESS);
    }

    @Test
    void theDrawingForPagesCallsItselfByItsTitle() {
        assertThat(Qr.of(ADDRESS, Qr.Correction.MEDIUM).svg("Bon <de> \"Noé\" & Lina"))
                .startsWith("<svg ")
                .contains("role=\"img\" aria-label=\"Bon &lt;de> &quot;Noé&quot; &amp; Lina\"")
                .doesNotContain(ADDRESS)
                .endsWith("</svg>");
    }

    @Test
    void aTextTooLongIsRefusedWithoutShowingIt() {
        assertThatThrownBy(() -> Qr.of("SECRET".repeat(1000), Qr.Correction.HIGH))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("SECRET");
    }
}

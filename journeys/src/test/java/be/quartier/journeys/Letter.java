package be.quartier.journeys;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.ResultPoint;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/**
 * A voucher as it lies on the counter: cut out of the printed letter.
 *
 * @param text what its QR code says
 * @param picture the code with the white around it
 */
record Letter(String text, BufferedImage picture) {

    private static final int DPI = 200;

    /** The vouchers on a page of a PDF of letters, counted from 0. */
    static List<Letter> on(Path pdf, int page) throws IOException {
        BufferedImage image;
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            image = new PDFRenderer(document).renderImageWithDPI(page, DPI, ImageType.RGB);
        }
        int width = image.getWidth();
        int height = image.getHeight();
        var source = new RGBLuminanceSource(width, height, image.getRGB(0, 0, width, height, null, 0, width));
        try {
            Result[] found = new QRCodeMultiReader()
                    .decodeMultiple(
                            new BinaryBitmap(new HybridBinarizer(source)), Map.of(DecodeHintType.TRY_HARDER, true));
            return Arrays.stream(found)
                    .filter(result -> result.getText().contains("/B/"))
                    .map(result -> new Letter(result.getText(), around(image, result.getResultPoints())))
                    .toList();
        } catch (NotFoundException none) {
            return List.of();
        }
    }

    /** How many pages a PDF has. */
    static int pages(Path pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            return document.getNumberOfPages();
        }
    }

    private static BufferedImage around(BufferedImage page, ResultPoint[] finders) {
        float left = Float.MAX_VALUE;
        float top = Float.MAX_VALUE;
        float right = 0;
        float bottom = 0;
        for (ResultPoint point : finders) {
            left = Math.min(left, point.getX());
            top = Math.min(top, point.getY());
            right = Math.max(right, point.getX());
            bottom = Math.max(bottom, point.getY());
        }
        int margin = Math.round((right - left) / 3);
        int x = Math.max(0, Math.round(left) - margin);
        int y = Math.max(0, Math.round(top) - margin);
        return page.getSubimage(
                x,
                y,
                Math.min(page.getWidth() - x, Math.round(right - left) + 2 * margin),
                Math.min(page.getHeight() - y, Math.round(bottom - top) + 2 * margin));
    }
}

package be.quartier.paper;

import be.quartier.commune.Language;
import be.quartier.pages.Texts;
import com.google.zxing.BarcodeFormat;
import com.google.zxing.Binarizer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/** Reads back what was printed: validates, rasterises, extracts text, decodes codes. */
final class Pdfs {

    static final Texts TEXTS = Texts.ofClassPath(true);
    static final Instant AT = Instant.parse("2026-11-23T08:00:00Z");

    static {
        VeraGreenfieldFoundryProvider.initialise();
    }

    private Pdfs() {}

    static byte[] letters(LetterContent content, Letter... letters) {
        var out = new ByteArrayOutputStream();
        new Letters(TEXTS).print(out, content, AT, List.of(letters).iterator(), printed -> {});
        return out.toByteArray();
    }

    /** What veraPDF finds wrong with the file as PDF/UA-1 and as PDF/A-2a. */
    static List<String> faults(byte[] pdf) {
        List<String> faults = new ArrayList<>();
        for (PDFAFlavour flavour : List.of(PDFAFlavour.PDFUA_1, PDFAFlavour.PDFA_2_A)) {
            try (var parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
                    var validator = Foundries.defaultInstance().createValidator(flavour, 50, true, false, false)) {
                var result = validator.validate(parser);
                result.getTestAssertions().stream()
                        .filter(assertion -> assertion.getStatus() == TestAssertion.Status.FAILED)
                        .map(assertion ->
                                flavour.getId() + " " + assertion.getRuleId().getClause() + " "
                                        + assertion.getMessage() + " at "
                                        + assertion.getLocation().getContext())
                        .forEach(faults::add);
                if (!result.isCompliant() && faults.isEmpty()) {
                    faults.add(flavour.getId() + " is not kept");
                }
            } catch (Exception e) {
                throw new AssertionError("veraPDF cannot read the file", e);
            }
        }
        return faults;
    }

    static BufferedImage page(byte[] pdf, int page, int dpi) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFRenderer(document).renderImageWithDPI(page, dpi, ImageType.RGB);
        }
    }

    static String text(byte[] pdf, int page) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            var stripper = new PDFTextStripper();
            stripper.setStartPage(page + 1);
            stripper.setEndPage(page + 1);
            return stripper.getText(document);
        }
    }

    /** The code in the picture, if a reader finds one looking as cameras do: sharp, then softer. */
    static Optional<String> decode(BufferedImage image, BarcodeFormat format) {
        for (int blur = 1; blur <= 3; blur++) {
            BufferedImage seen = blur == 1 ? image : softened(image, blur);
            int width = seen.getWidth();
            int height = seen.getHeight();
            LuminanceSource source =
                    new RGBLuminanceSource(width, height, seen.getRGB(0, 0, width, height, null, 0, width));
            for (Binarizer binarizer : List.of(new HybridBinarizer(source), new GlobalHistogramBinarizer(source))) {
                Optional<String> text = decode(binarizer, format);
                if (text.isPresent()) {
                    return text;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> decode(Binarizer binarizer, BarcodeFormat format) {
        var hints = Map.of(DecodeHintType.POSSIBLE_FORMATS, List.of(format), DecodeHintType.TRY_HARDER, true);
        try {
            return Optional.of(new MultiFormatReader()
                    .decode(new BinaryBitmap(binarizer), hints)
                    .getText());
        } catch (NotFoundException e) {
            return Optional.empty();
        }
    }

    private static BufferedImage softened(BufferedImage image, int blur) {
        int side = 2 * blur - 1;
        float[] weights = new float[side * side];
        java.util.Arrays.fill(weights, 1f / weights.length);
        return new ConvolveOp(new Kernel(side, side, weights), ConvolveOp.EDGE_NO_OP, null).filter(image, null);
    }

    static LetterContent content(Language... languages) {
        LetterContent all = Samples.content(30);
        return languages.length == 0
                ? all
                : new LetterContent(
                        all.date(),
                        Map.copyOf(java.util.Arrays.stream(languages)
                                .collect(java.util.stream.Collectors.toMap(language -> language, all::in))),
                        all.shops(),
                        all.siteUrl());
    }
}

package be.quartier.bench;

import be.quartier.commune.Language;
import be.quartier.pages.Texts;
import be.quartier.paper.Letter;
import be.quartier.paper.Letter.VoucherSlip;
import be.quartier.paper.LetterContent;
import be.quartier.paper.Letters;
import be.quartier.paper.PartnerShop;
import be.quartier.paper.PostalAddress;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/**
 * 5,500 letters, in full, beside bare pages: the same number of pages with the same number of text lines drawn by PDFBox,
 * with a font that is not embedded, without QR codes, plates or tags.
 */
final class LettersBench implements Benchmark {

    private static final int LETTERS = 5_500;
    private static final int LINES_ON_A_PAGE = 40;
    private static final Instant AT = Instant.parse("2026-11-23T08:00:00Z");
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    @Override
    public String purpose() {
        return "5,500 voucher letters as one accessible PDF, beside bare PDFBox pages";
    }

    /** What one side cost. */
    private record Cost(int pages, double seconds, double cpuSeconds, long bytes, long peakBytes) {}

    @Override
    public void run(Duration each, Report report) throws Exception {
        Letters letters = new Letters(Texts.ofClassPath(false));
        report.doing("warming up");
        print(letters, 300);
        bare(300);
        report.doing(LETTERS + " letters");
        Cost ours = print(letters, LETTERS);
        report.doing("as many bare pages");
        Cost bare = bare(ours.pages());
        report.line("letters", LETTERS, "letters");
        report.line("letters.pages", ours.pages(), "pages");
        report.line("letters.seconds", ours.seconds(), "s");
        report.line("letters.cpu", ours.cpuSeconds(), "s");
        report.line("letters.rate", LETTERS / ours.seconds(), "letters/s");
        report.line("letters.size", ours.bytes() / 1e6, "MB");
        report.line("letters.peak-heap", ours.peakBytes() / 1e6, "MB");
        report.line("bare.seconds", bare.seconds(), "s");
        report.line("bare.cpu", bare.cpuSeconds(), "s");
        report.line("bare.size", bare.bytes() / 1e6, "MB");
        report.line("bare.peak-heap", bare.peakBytes() / 1e6, "MB");
        report.line("letters.ratio", bare.cpuSeconds() / ours.cpuSeconds(), "x");
    }

    private static Cost print(Letters letters, int count) throws IOException {
        var random = new Random(1);
        var out = new Counting();
        long cpu = cpu();
        long before = start();
        int pages = letters.print(
                out,
                content(),
                AT,
                IntStream.rangeClosed(1, count)
                        .mapToObj(sequence -> letter(sequence, random))
                        .iterator(),
                _ -> {});
        return new Cost(pages, seconds(before), (cpu() - cpu) / 1e9, out.bytes, peak());
    }

    private static Cost bare(int pages) throws IOException {
        var out = new Counting();
        long cpu = cpu();
        long before = start();
        PDFont font = new PDType1Font(FontName.HELVETICA);
        try (PDDocument document = Loader.loadPDF(empty())) {
            for (int number = 0; number < pages; number++) {
                var page = new PDPage(PDRectangle.A4);
                document.addPage(page);
                try (var drawing = new PDPageContentStream(document, page)) {
                    drawing.beginText();
                    drawing.setFont(font, 10);
                    drawing.newLineAtOffset(60, 780);
                    for (int line = 0; line < LINES_ON_A_PAGE; line++) {
                        drawing.showText("Valmont offre 100 euros a chaque enfant, a depenser ici " + line);
                        drawing.newLineAtOffset(0, -15);
                    }
                    drawing.endText();
                }
            }
            document.save(out);
        }
        return new Cost(pages, seconds(before), (cpu() - cpu) / 1e9, out.bytes, peak());
    }

    private static byte[] empty() throws IOException {
        try (var document = new PDDocument();
                var out = new java.io.ByteArrayOutputStream()) {
            document.save(out);
            return out.toByteArray();
        }
    }

    private static LetterContent content() {
        List<PartnerShop> shops = IntStream.range(0, 40)
                .mapToObj(i -> new PartnerShop("Boulangerie " + i, "Boulangerie", "Rue Haute " + i, "", ""))
                .toList();
        var words = new LetterContent.Words(
                "Valmont",
                "Service de l'économie locale",
                List.of("Place du Marché 1", "0800 12 345"),
                "0800 12 345",
                List.of(),
                List.of("Pour le Collège communal"),
                "Décision du conseil communal du 22 septembre 2026.");
        Map<Language, LetterContent.Words> all =
                Arrays.stream(Language.values()).collect(Collectors.toMap(Function.identity(), _ -> words));
        Map<Language, List<PartnerShop>> lists =
                Arrays.stream(Language.values()).collect(Collectors.toMap(Function.identity(), _ -> shops));
        return new LetterContent(LocalDate.of(2026, 11, 23), all, lists, "valmont.example/balance");
    }

    /** One to three children, as households have. */
    private static Letter letter(int sequence, Random random) {
        List<VoucherSlip> slips = new ArrayList<>();
        for (int child = 0; child <= sequence % 3; child++) {
            slips.add(new VoucherSlip(
                    "Noé L.",
                    sequence,
                    10_000,
                    "HTTPS://QUARTIER.EXAMPLE.BE/VALMONT/B/" + code(26, random),
                    code(12, random),
                    LocalDate.of(2027, 3, 31)));
        }
        List<Language> languages = List.of(Language.values());
        return new Letter(
                sequence,
                languages.get(sequence % languages.size()),
                List.of("Famille Lambert-Vandenberghe"),
                Optional.of(new PostalAddress("Rue Haute", Integer.toString(sequence), "", "9999", "Valmont")),
                slips);
    }

    private static String code(int length, Random random) {
        var text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }

    private static long start() {
        System.gc();
        heap().forEach(MemoryPoolMXBean::resetPeakUsage);
        return System.nanoTime();
    }

    /** Processor time of this thread, which does not depend on what else the machine does. */
    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static double seconds(long before) {
        return (System.nanoTime() - before) / 1e9;
    }

    /** The most the heap held, garbage included. */
    private static long peak() {
        return heap().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
    }

    private static List<MemoryPoolMXBean> heap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }

    private static final class Counting extends FilterOutputStream {
        private long bytes;

        Counting() {
            super(OutputStream.nullOutputStream());
        }

        @Override
        public void write(int b) {
            bytes++;
        }

        @Override
        public void write(byte[] content, int offset, int length) {
            bytes += length;
        }
    }
}

package be.quartier.paper.pdf;

import java.util.List;

/**
 * A face of the house: the font of our pages, with two more behind it for letters it does not have.
 *
 * <p>Names from the registry are in Latin letters, but from every country: what the first file lacks (Şükrü, Łukasz)
 * comes from its extension, and Greek or Cyrillic from Liberation Sans.
 */
public enum Typeface {
    /** Running text. */
    TEXT("public-sans", "400"),
    /** Titles, amounts, what must be seen. */
    BOLD("public-sans", "700"),
    /** What is written on plates. */
    PLATE("barlow-semi-condensed", "600");

    private static final String FOLDER = "/be/quartier/paper/fonts/";
    private static final String FALLBACK = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private final String family;
    private final String weight;

    Typeface(String family, String weight) {
        this.family = family;
        this.weight = weight;
    }

    private static final class Loaded {
        static final FontFile FALLBACK_FILE = FontFile.ofClassPath(FALLBACK);
        static final List<FontFile> TEXT_FILES = load(TEXT);
        static final List<FontFile> BOLD_FILES = load(BOLD);
        static final List<FontFile> PLATE_FILES = load(PLATE);

        private static List<FontFile> load(Typeface face) {
            return List.of(
                    FontFile.ofClassPath(FOLDER + face.family + "-latin-" + face.weight + "-normal.woff"),
                    FontFile.ofClassPath(FOLDER + face.family + "-latin-ext-" + face.weight + "-normal.woff"),
                    FALLBACK_FILE);
        }
    }

    List<FontFile> files() {
        return switch (this) {
            case TEXT -> Loaded.TEXT_FILES;
            case BOLD -> Loaded.BOLD_FILES;
            case PLATE -> Loaded.PLATE_FILES;
        };
    }

    /** Width of a text in points when set in this size. */
    public double width(String text, double size) {
        long thousandths = 0;
        for (int i = 0; i < text.length(); ) {
            int code = printable(text.codePointAt(i));
            FontFile file = files().get(fileOf(code));
            thousandths += file.width(file.glyph(code));
            i += Character.charCount(text.codePointAt(i));
        }
        return thousandths * size / 1000;
    }

    /** Height of the capitals in points when set in this size. */
    public double capHeight(double size) {
        return files().getFirst().capHeight() * size / 1000;
    }

    /** Whether every character of the text has a glyph; one that has none is printed as a question mark. */
    public static boolean canPrint(String text) {
        return text.codePoints().allMatch(code -> TEXT.fileOf(TEXT.space(code)) >= 0);
    }

    /** Which file draws a character, -1 for none. */
    int fileOf(int code) {
        List<FontFile> files = files();
        for (int i = 0; i < files.size(); i++) {
            if (files.get(i).glyph(code) != 0) {
                return i;
            }
        }
        return -1;
    }

    /** The character to draw: itself, a plain space for the kinds of space, or a question mark. */
    int printable(int code) {
        int plain = space(code);
        return fileOf(plain) >= 0 ? plain : '?';
    }

    private int space(int code) {
        boolean space = code == 0xa0 || code == 0x202f || code == 0x2009 || code == '\t' || code == '\n';
        return space ? ' ' : code == 0x2011 ? '-' : code;
    }
}

package be.quartier.paper.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** One font file, read once: which glyph draws a character and how wide it is. Safe to share between threads. */
final class FontFile {

    private static final int HIGHEST_CODE_POINT = 0x3000;

    private final byte[] program;
    private final String name;
    private final int[] glyphs;
    private final int[] widths;
    private final int ascent;
    private final int descent;
    private final int capHeight;
    private final int[] box;

    private FontFile(byte[] program) throws IOException {
        this.program = program;
        try (TrueTypeFont font = parse(program)) {
            name = font.getName();
            glyphs = glyphs(font);
            double unit = 1000.0 / font.getUnitsPerEm();
            widths = new int[font.getNumberOfGlyphs()];
            for (int i = 0; i < widths.length; i++) {
                widths[i] = (int) Math.round(font.getAdvanceWidth(i) * unit);
            }
            ascent = (int) Math.round(font.getHorizontalHeader().getAscender() * unit);
            descent = (int) Math.round(font.getHorizontalHeader().getDescender() * unit);
            var os2 = font.getOS2Windows();
            int cap = os2 == null ? 0 : os2.getCapHeight();
            capHeight = cap == 0 ? 700 : (int) Math.round(cap * unit);
            var head = font.getHeader();
            box = new int[] {
                (int) (head.getXMin() * unit),
                (int) (head.getYMin() * unit),
                (int) (head.getXMax() * unit),
                (int) (head.getYMax() * unit)
            };
        }
    }

    /** Reads a TrueType or WOFF file of the class path; its licence must allow embedding (ours are OFL). */
    static FontFile ofClassPath(String path) {
        try (InputStream in = FontFile.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("The font " + path + " is not in the application");
            }
            byte[] file = in.readAllBytes();
            return new FontFile(Woff.isWoff(file) ? Woff.unpack(file) : file);
        } catch (IOException e) {
            throw new UncheckedIOException("The font " + path + " cannot be read", e);
        }
    }

    private static int[] glyphs(TrueTypeFont font) throws IOException {
        CmapLookup lookup = font.getUnicodeCmapLookup();
        int[] glyphs = new int[HIGHEST_CODE_POINT];
        for (int code = 0x20; code < HIGHEST_CODE_POINT; code++) {
            glyphs[code] = lookup.getGlyphId(code);
        }
        return glyphs;
    }

    private static TrueTypeFont parse(byte[] program) throws IOException {
        return new TTFParser().parse(new RandomAccessReadBuffer(program));
    }

    /** The same file opened for taking a subset out of it. */
    TrueTypeFont open() throws IOException {
        return parse(program);
    }

    /** The glyph of a character, 0 when the font has none. */
    int glyph(int codePoint) {
        return codePoint < HIGHEST_CODE_POINT ? glyphs[codePoint] : 0;
    }

    /** Width of a glyph in thousandths of the size. */
    int width(int glyph) {
        return widths[glyph];
    }

    int glyphCount() {
        return widths.length;
    }

    String name() {
        return name;
    }

    int ascent() {
        return ascent;
    }

    int descent() {
        return descent;
    }

    int capHeight() {
        return capHeight;
    }

    int[] box() {
        return box.clone();
    }
}

package be.quartier.paper.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.fontbox.ttf.TTFSubsetter;
import org.apache.fontbox.ttf.TrueTypeFont;

/** A font inside one PDF file: remembers the glyphs that were drawn and embeds only these. */
final class EmbeddedFont {

    private static final List<String> TABLES =
            List.of("head", "hhea", "loca", "maxp", "cvt ", "prep", "glyf", "hmtx", "fpgm", "gasp");

    private final FontFile file;
    private final String resource;
    private final int[] used;
    private boolean any;

    EmbeddedFont(FontFile file, String resource) {
        this.file = file;
        this.resource = resource;
        this.used = new int[file.glyphCount()];
    }

    String resource() {
        return resource;
    }

    boolean isUsed() {
        return any;
    }

    /** Appends the code of a character as four hexadecimal digits. */
    void encode(int codePoint, StringBuilder hex) {
        int glyph = file.glyph(codePoint);
        used[glyph] = codePoint;
        any = true;
        for (int shift = 12; shift >= 0; shift -= 4) {
            hex.append(Character.forDigit((glyph >>> shift) & 0xf, 16));
        }
    }

    /** Writes the font with the glyphs used so far and returns the number of its object. */
    int write(PdfFile pdf) throws IOException {
        byte[] program;
        Map<Integer, Integer> newToOld;
        try (TrueTypeFont font = file.open()) {
            var subset = new TTFSubsetter(font, TABLES);
            usedGlyphs().forEach(glyph -> subset.add(used[glyph]));
            var bytes = new ByteArrayOutputStream();
            subset.writeToStream(bytes);
            program = bytes.toByteArray();
            newToOld = subset.getGIDMap();
        }
        String name = tag() + "+" + file.name().replaceAll("[^A-Za-z0-9-]", "");
        int programId = pdf.reserve();
        pdf.stream(programId, "/Length1 " + program.length, program);
        int descriptorId = pdf.object(descriptor(name, programId));
        int mapId = pdf.reserve();
        pdf.stream(mapId, "", cidToGlyph(newToOld));
        int unicodeId = pdf.reserve();
        pdf.stream(unicodeId, "", toUnicode().getBytes(StandardCharsets.US_ASCII));
        int cidId = pdf.object("<</Type/Font/Subtype/CIDFontType2/BaseFont/" + name
                + "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor " + descriptorId
                + " 0 R/CIDToGIDMap " + mapId + " 0 R/DW 0/W[" + widths() + "]>>");
        return pdf.object("<</Type/Font/Subtype/Type0/BaseFont/" + name + "/Encoding/Identity-H/DescendantFonts["
                + cidId + " 0 R]/ToUnicode " + unicodeId + " 0 R>>");
    }

    private String descriptor(String name, int programId) {
        int[] box = file.box();
        return "<</Type/FontDescriptor/FontName/" + name + "/Flags 32/FontBBox[" + box[0] + " " + box[1] + " " + box[2]
                + " " + box[3] + "]/ItalicAngle 0/Ascent " + file.ascent() + "/Descent " + file.descent()
                + "/CapHeight " + file.capHeight() + "/StemV 80/FontFile2 " + programId + " 0 R>>";
    }

    private byte[] cidToGlyph(Map<Integer, Integer> newToOld) {
        byte[] map = new byte[2 * file.glyphCount()];
        newToOld.forEach((fresh, old) -> {
            map[2 * old] = (byte) (fresh >>> 8);
            map[2 * old + 1] = (byte) (int) fresh;
        });
        return map;
    }

    private String widths() {
        var widths = new StringBuilder();
        usedGlyphs()
                .forEach(glyph -> widths.append(glyph)
                        .append('[')
                        .append(file.width(glyph))
                        .append(']'));
        return widths.toString();
    }

    private String toUnicode() {
        var map = new StringBuilder("""
                /CIDInit /ProcSet findresource begin
                12 dict begin
                begincmap
                /CIDSystemInfo <</Registry(Adobe)/Ordering(UCS)/Supplement 0>> def
                /CMapName /Adobe-Identity-UCS def
                /CMapType 2 def
                1 begincodespacerange
                <0000> <ffff>
                endcodespacerange
                """);
        int[] left = usedGlyphs().toArray();
        for (int from = 0; from < left.length; from += 100) {
            int[] some = Arrays.copyOfRange(left, from, Math.min(from + 100, left.length));
            map.append(some.length).append(" beginbfchar\n");
            for (int glyph : some) {
                map.append(String.format(Locale.ROOT, "<%04x> <%04x>\n", glyph, used[glyph]));
            }
            map.append("endbfchar\n");
        }
        return map.append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
                .toString();
    }

    private IntStream usedGlyphs() {
        return IntStream.range(0, used.length).filter(glyph -> used[glyph] != 0);
    }

    /** Six capitals that tell this subset from another of the same font. */
    private String tag() {
        int hash = 31 * resource.hashCode() + Arrays.hashCode(used);
        var tag = new StringBuilder();
        for (int i = 0; i < 6; i++) {
            tag.append((char) ('A' + Math.floorMod(hash, 26)));
            hash = hash / 26 + 7 * i;
        }
        return tag.toString();
    }
}

package be.quartier.paper.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * The objects of a PDF 1.7 file, written in the order they are finished.
 *
 * <p>Small objects are gathered in compressed object streams (ISO 32000-1, 7.5.7): a tagged letter has some fifty of
 * them. What stays in memory is one {@code long} per object for the cross-reference stream.
 *
 * <p>Invariant: every reserved number is written exactly once before {@link #finish}.
 */
final class PdfFile {

    private static final int OBJECTS_PER_STREAM = 200;
    private static final long IN_STREAM = 1L << 62;

    private final OutputStream out;
    private final Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION);
    private final StringBuilder gathered = new StringBuilder();
    private final StringBuilder gatheredIndex = new StringBuilder();
    private int gatheredCount;
    private int gatheredId;
    private long position;
    private long[] places = new long[1024];
    private int lastId;

    PdfFile(OutputStream out) throws IOException {
        this.out = out;
        write("%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII));
        write(new byte[] {'%', (byte) 0xe2, (byte) 0xe3, (byte) 0xcf, (byte) 0xd3, '\n'});
    }

    /** A number for an object to be written later. */
    int reserve() {
        lastId++;
        if (lastId >= places.length) {
            places = Arrays.copyOf(places, places.length * 2);
        }
        return lastId;
    }

    /** Writes a small object that is no stream. */
    void object(int id, String body) throws IOException {
        if (gatheredCount == 0) {
            gatheredId = reserve();
        }
        gatheredIndex.append(id).append(' ').append(gathered.length()).append(' ');
        gathered.append(body).append('\n');
        claim(id, IN_STREAM | ((long) gatheredId << 16) | gatheredCount);
        gatheredCount++;
        if (gatheredCount == OBJECTS_PER_STREAM) {
            flushGathered();
        }
    }

    /** Writes a small object under the next free number. */
    int object(String body) throws IOException {
        int id = reserve();
        object(id, body);
        return id;
    }

    /** Writes a stream, compressed. */
    void stream(int id, String entries, byte[] data) throws IOException {
        plainStream(id, entries + "/Filter/FlateDecode", deflated(data));
    }

    /** Writes a stream as it is (the metadata must be readable by tools that know no PDF). */
    void plainStream(int id, String entries, byte[] data) throws IOException {
        claim(id, position);
        write(ascii(id + " 0 obj\n<<" + entries + "/Length " + data.length + ">>\nstream\n"));
        write(data);
        write(ascii("\nendstream\nendobj\n"));
    }

    /** Writes the cross-reference stream and the trailer. */
    void finish(int catalogId, byte[] fileId) throws IOException {
        flushGathered();
        int id = reserve();
        long start = position;
        claim(id, start);
        byte[] rows = new byte[(lastId + 1) * 8];
        row(rows, 0, 0, 0, 65_535);
        for (int i = 1; i <= lastId; i++) {
            long place = places[i];
            if (place == 0) {
                throw new IllegalStateException("Object " + i + " was reserved and never written");
            }
            if ((place & IN_STREAM) != 0) {
                row(rows, i, 2, (place & ~IN_STREAM) >>> 16, (int) (place & 0xffff));
            } else {
                row(rows, i, 1, place, 0);
            }
        }
        String hex = hex(fileId);
        stream0(
                id,
                "/Type/XRef/Size " + (lastId + 1) + "/W[1 5 2]/Root " + catalogId + " 0 R/ID[<" + hex + "><" + hex
                        + ">]/Filter/FlateDecode",
                deflated(rows));
        write(ascii("startxref\n" + start + "\n%%EOF\n"));
        out.flush();
        deflater.end();
    }

    /** How many bytes were written. */
    long length() {
        return position;
    }

    private void stream0(int id, String entries, byte[] data) throws IOException {
        write(ascii(id + " 0 obj\n<<" + entries + "/Length " + data.length + ">>\nstream\n"));
        write(data);
        write(ascii("\nendstream\nendobj\n"));
    }

    private void flushGathered() throws IOException {
        if (gatheredCount == 0) {
            return;
        }
        int first = gatheredIndex.length();
        byte[] data = gatheredIndex.append(gathered).toString().getBytes(StandardCharsets.ISO_8859_1);
        stream(gatheredId, "/Type/ObjStm/N " + gatheredCount + "/First " + first, data);
        gathered.setLength(0);
        gatheredIndex.setLength(0);
        gatheredCount = 0;
    }

    private void claim(int id, long place) {
        if (places[id] != 0) {
            throw new IllegalStateException("Object " + id + " is written twice");
        }
        places[id] = place;
    }

    private byte[] deflated(byte[] data) throws IOException {
        deflater.reset();
        var packed = new ByteArrayOutputStream(data.length / 2 + 64);
        try (var deflating = new DeflaterOutputStream(packed, deflater)) {
            deflating.write(data);
        }
        return packed.toByteArray();
    }

    private void write(byte[] bytes) throws IOException {
        out.write(bytes);
        position += bytes.length;
    }

    private static void row(byte[] rows, int index, int type, long second, int third) {
        int at = index * 8;
        rows[at] = (byte) type;
        for (int i = 0; i < 5; i++) {
            rows[at + 1 + i] = (byte) (second >>> (8 * (4 - i)));
        }
        rows[at + 6] = (byte) (third >>> 8);
        rows[at + 7] = (byte) third;
    }

    static String hex(byte[] bytes) {
        return java.util.HexFormat.of().formatHex(bytes);
    }

    /** A text string of PDF: UTF-16 with its mark, in hexadecimal, so that no character needs escaping. */
    static String text(String text) {
        return "<FEFF" + hex(text.getBytes(StandardCharsets.UTF_16BE)) + ">";
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}

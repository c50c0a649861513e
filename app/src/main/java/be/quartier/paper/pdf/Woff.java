package be.quartier.paper.pdf;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Unpacks a web font (WOFF 1.0, W3C Recommendation of 2012) into the TrueType file inside. */
final class Woff {

    private static final int SIGNATURE = 0x774f4646;
    private static final int LARGEST_TABLE_BYTES = 8 << 20;

    private Woff() {}

    static boolean isWoff(byte[] file) {
        return file.length > 44 && ByteBuffer.wrap(file).getInt() == SIGNATURE;
    }

    static byte[] unpack(byte[] file) throws IOException {
        ByteBuffer in = ByteBuffer.wrap(file);
        int flavour = in.getInt(4);
        int tables = in.getShort(12);
        var bytes = new ByteArrayOutputStream(file.length * 2);
        var out = new DataOutputStream(bytes);
        int log = 31 - Integer.numberOfLeadingZeros(tables);
        out.writeInt(flavour);
        out.writeShort(tables);
        out.writeShort(16 << log);
        out.writeShort(log);
        out.writeShort(tables * 16 - (16 << log));
        int offset = 12 + 16 * tables;
        for (int i = 0; i < tables; i++) {
            int at = 44 + 20 * i;
            int length = in.getInt(at + 12);
            out.writeInt(in.getInt(at));
            out.writeInt(in.getInt(at + 16));
            out.writeInt(offset);
            out.writeInt(length);
            offset += (length + 3) & ~3;
        }
        for (int i = 0; i < tables; i++) {
            int at = 44 + 20 * i;
            byte[] table = table(file, in.getInt(at + 4), in.getInt(at + 8), in.getInt(at + 12));
            out.write(table);
            out.write(new byte[(4 - table.length % 4) % 4]);
        }
        return bytes.toByteArray();
    }

    private static byte[] table(byte[] file, int offset, int packed, int length) throws IOException {
        if (length < 0 || length > LARGEST_TABLE_BYTES) {
            throw new IOException("The font has a table of " + length + " bytes");
        }
        byte[] table = new byte[length];
        if (packed == length) {
            System.arraycopy(file, offset, table, 0, length);
            return table;
        }
        var inflater = new Inflater();
        try {
            inflater.setInput(file, offset, packed);
            int read = 0;
            while (read < length && !inflater.finished()) {
                int got = inflater.inflate(table, read, length - read);
                if (got == 0) {
                    throw new IOException("The font is cut short");
                }
                read += got;
            }
            return table;
        } catch (DataFormatException e) {
            throw new IOException("The font cannot be unpacked", e);
        } finally {
            inflater.end();
        }
    }
}

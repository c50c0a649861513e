package be.quartier.vouchers.registry.extract;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;

/** The "Unicode text" of a spreadsheet, UTF-16 with its mark, as the bytes of UTF-8. */
final class Utf16 extends InputStream {

    private final Reader chars;
    private final char[] piece = new char[8192];
    private byte[] bytes = {};
    private int at;

    Utf16(InputStream in) {
        chars = new InputStreamReader(in, StandardCharsets.UTF_16);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (at == bytes.length && !refill()) {
            return -1;
        }
        int count = Math.min(length, bytes.length - at);
        System.arraycopy(bytes, at, target, offset, count);
        at += count;
        return count;
    }

    private boolean refill() throws IOException {
        int count = chars.read(piece, 0, piece.length - 1);
        if (count < 0) {
            return false;
        }
        if (count > 0 && Character.isHighSurrogate(piece[count - 1])) {
            int second = chars.read();
            if (second >= 0) {
                piece[count++] = (char) second;
            }
        }
        bytes = new String(piece, 0, count).getBytes(StandardCharsets.UTF_8);
        at = 0;
        return true;
    }
}

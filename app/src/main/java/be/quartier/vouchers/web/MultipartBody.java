package be.quartier.vouchers.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads {@code multipart/form-data} (RFC 7578) part by part from the connection, so that a file with personal data is never
 * written to the server's disk.
 */
final class MultipartBody {

    private static final int BUFFER_BYTES = 1 << 16;
    private static final int HEADER_BYTES_MAX = 8 * 1024;
    private static final Pattern NAME = Pattern.compile("[; ]name=\"([^\"]*)\"");
    private static final Pattern FILE = Pattern.compile("filename=\"([^\"]*)\"");

    private final InputStream in;
    private final byte[] delimiter;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int at;
    private int end;
    private boolean ended;
    private boolean inPart = true;

    /** @param boundary as the content type says it */
    MultipartBody(InputStream in, String boundary) {
        this.in = in;
        this.delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
        // The first delimiter has no line before it.
        buffer[0] = '\r';
        buffer[1] = '\n';
        end = 2;
    }

    /** A part's name, and the name of its file when it is one. */
    record Part(String name, Optional<String> file) {}

    /** Goes to the next part, over what is left of this one; empty after the last. */
    Optional<Part> next() throws IOException {
        try (InputStream rest = body()) {
            rest.transferTo(OutputStream.nullOutputStream());
        }
        byte[] sign = {one(), one()};
        if (sign[0] == '-' && sign[1] == '-') {
            return Optional.empty();
        }
        String headers = headers();
        Matcher name = NAME.matcher(headers);
        Matcher file = FILE.matcher(headers);
        inPart = true;
        return Optional.of(new Part(
                name.find() ? name.group(1) : "", file.find() ? Optional.of(file.group(1)) : Optional.empty()));
    }

    private String headers() throws IOException {
        ByteArrayOutputStream headers = new ByteArrayOutputStream();
        byte[] blank = {'\r', '\n', '\r', '\n'};
        // The line end after the delimiter was read: a part without headers begins at once.
        int seen = 2;
        while (seen < blank.length) {
            byte b = one();
            headers.write(b);
            seen = b == blank[seen] ? seen + 1 : b == '\r' ? 1 : 0;
            if (headers.size() > HEADER_BYTES_MAX) {
                throw new IOException("a part's headers are too long");
            }
        }
        return headers.toString(StandardCharsets.UTF_8);
    }

    /** What this part holds; ends at the delimiter, or with an exception when the connection ends before. */
    InputStream body() {
        return new Body();
    }

    private byte one() throws IOException {
        fill(1);
        if (at == end) {
            throw new IOException("the form was cut off");
        }
        return buffer[at++];
    }

    private void fill(int wanted) throws IOException {
        if (end - at >= wanted || ended) {
            return;
        }
        System.arraycopy(buffer, at, buffer, 0, end - at);
        end -= at;
        at = 0;
        while (end < wanted && !ended) {
            int count = in.read(buffer, end, BUFFER_BYTES - end);
            ended = count < 0;
            end += Math.max(0, count);
        }
    }

    private final class Body extends InputStream {

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (!inPart) {
                return -1;
            }
            fill(delimiter.length + 1);
            int safe = safe();
            if (safe == 0) {
                return -1;
            }
            int count = Math.min(length, safe);
            System.arraycopy(buffer, at, target, offset, count);
            at += count;
            return count;
        }

        /** How many bytes surely belong to the part; 0 at its end, the delimiter being passed over. */
        private int safe() throws IOException {
            int last = end - delimiter.length;
            for (int i = at; i <= last; i++) {
                if (buffer[i] == '\r' && delimiterAt(i)) {
                    if (i > at) {
                        return i - at;
                    }
                    at += delimiter.length;
                    inPart = false;
                    return 0;
                }
            }
            if (last < at) {
                throw new IOException("the form was cut off");
            }
            return last - at + 1;
        }

        private boolean delimiterAt(int start) {
            for (int i = 0; i < delimiter.length; i++) {
                if (buffer[start + i] != delimiter[i]) {
                    return false;
                }
            }
            return true;
        }
    }
}

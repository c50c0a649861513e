package be.quartier.vouchers.proof;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A document somebody sent, of a type told by its content alone: never by its name or by what the browser says.
 *
 * @param content at most {@link #BYTES_MAX}
 */
@SuppressWarnings("ArrayRecordComponent") // read and written whole, never compared
public record Sent(Type type, byte[] content) {

    /** Five megabytes. */
    public static final int BYTES_MAX = 5 * 1024 * 1024;

    /** Most documents of one sending. */
    public static final int COUNT_MAX = 3;

    /** Most documents of one application. */
    public static final int ALL_MAX = 12;

    private static final int TAIL = 2048;
    private static final long PIXELS_MAX = 100_000_000;
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    /** What a document can be. */
    public enum Type {
        /** A PDF document. */
        PDF("application/pdf", "pdf"),
        /** A photo. */
        JPEG("image/jpeg", "jpg"),
        /** A picture or a screenshot. */
        PNG("image/png", "png");

        private final String media;
        private final String ending;

        Type(String media, String ending) {
            this.media = media;
            this.ending = ending;
        }

        /** As written in the database. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The media type to answer with. */
        public String media() {
            return media;
        }

        /** The ending of a file's name, without the dot. */
        public String ending() {
            return ending;
        }
    }

    /** The document with this content; empty when it is too large, of another type, cut off, or of a size no screen shows. */
    public static Optional<Sent> of(byte[] content) {
        if (content.length > BYTES_MAX) {
            return Optional.empty();
        }
        if (pdf(content)) {
            return Optional.of(new Sent(Type.PDF, content));
        }
        if (png(content)) {
            return Optional.of(new Sent(Type.PNG, content));
        }
        return jpeg(content) ? Optional.of(new Sent(Type.JPEG, content)) : Optional.empty();
    }

    private static boolean pdf(byte[] content) {
        if (!begins(content, "%PDF-".getBytes(StandardCharsets.US_ASCII))) {
            return false;
        }
        int from = Math.max(0, content.length - TAIL);
        return new String(content, from, content.length - from, StandardCharsets.ISO_8859_1).contains("%%EOF");
    }

    private static boolean png(byte[] content) {
        if (!begins(content, PNG) || content.length < 45) {
            return false;
        }
        boolean head = new String(content, 12, 4, StandardCharsets.US_ASCII).equals("IHDR");
        int from = Math.max(0, content.length - TAIL);
        boolean end = new String(content, from, content.length - from, StandardCharsets.ISO_8859_1).contains("IEND");
        return head && end && shown(number(content, 16, 4), number(content, 20, 4));
    }

    /** Walks from marker to marker to the one that says the picture's size. */
    private static boolean jpeg(byte[] content) {
        int at = 2;
        if (!begins(content, new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff})) {
            return false;
        }
        while (at + 9 < content.length && (content[at] & 0xff) == 0xff) {
            int marker = content[at + 1] & 0xff;
            boolean frame = marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
            if (frame) {
                return shown(number(content, at + 7, 2), number(content, at + 5, 2));
            }
            at += marker == 0xff ? 1 : 2 + (int) Math.max(2, number(content, at + 2, 2));
        }
        return false;
    }

    private static boolean shown(long width, long height) {
        return width > 0 && height > 0 && width * height <= PIXELS_MAX;
    }

    private static boolean begins(byte[] content, byte[] with) {
        return content.length > with.length && Arrays.equals(content, 0, with.length, with, 0, with.length);
    }

    private static long number(byte[] content, int at, int bytes) {
        long number = 0;
        for (int i = at; i < at + bytes; i++) {
            number = (number << 8) | (content[i] & 0xff);
        }
        return number;
    }
}

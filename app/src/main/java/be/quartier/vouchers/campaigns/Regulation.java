package be.quartier.vouchers.campaigns;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;

/**
 * The regulation's text as the council voted it, a PDF file.
 *
 * @param fileName its name, 1 to 200 characters
 * @param content its bytes, at most {@link #BYTES_MAX}
 */
@SuppressWarnings("ArrayRecordComponent") // read and written whole, never compared
public record Regulation(String fileName, byte[] content) {

    /** Five megabytes. */
    public static final int BYTES_MAX = 5 * 1024 * 1024;

    private static final int NAME_MAX = 200;
    private static final byte[] SIGNATURE = "%PDF-".getBytes(StandardCharsets.US_ASCII);

    /** The file somebody sent; empty when it is not a PDF of this size. */
    public static Optional<Regulation> of(String fileName, byte[] content) {
        var pdf = content.length > SIGNATURE.length
                && Arrays.equals(content, 0, SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length);
        if (!pdf || content.length > BYTES_MAX) {
            return Optional.empty();
        }
        var plain = fileName.replaceAll("[^\\p{L}\\p{N}._ -]", "_").strip();
        var name = plain.isEmpty() ? "reglement.pdf" : plain.substring(0, Math.min(plain.length(), NAME_MAX));
        return Optional.of(new Regulation(name, content));
    }

    /** The file's SHA-256. */
    public byte[] sha256() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

package be.quartier.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * SHA-256 of everything a request for a transfer asked, so that the same key with another request is told apart.
 *
 * @param hex 64 lower-case digits
 */
public record RequestHash(String hex) {

    /** Checks the shape. */
    public RequestHash {
        if (hex.length() != 2 * Merkle.HASH_BYTES) {
            throw new IllegalArgumentException("Not a SHA-256: " + hex);
        }
    }

    /** The hash of these parts in this order. */
    public static RequestHash of(Object... parts) {
        MessageDigest digest = Merkle.sha256();
        for (Object part : parts) {
            byte[] bytes = part.toString().getBytes(StandardCharsets.UTF_8);
            digest.update(
                    ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
            digest.update(bytes);
        }
        return new RequestHash(HexFormat.of().formatHex(digest.digest()));
    }

    /** The 32 bytes. */
    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }
}

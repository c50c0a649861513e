package be.quartier.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.UUID;

/**
 * Ids that anyone can compute again from what they name: UUIDv8 (RFC 9562, section 5.8) over the first 122 bits of the
 * SHA-256 of the parts. The same parts always give the same id, other parts another one.
 */
public final class NameUuid {

    private NameUuid() {}

    /** The id of these parts; each is hashed with its length, so that no two lists of parts look alike. */
    public static UUID of(Object... parts) {
        MessageDigest digest = Merkle.sha256();
        for (Object part : parts) {
            byte[] bytes = part.toString().getBytes(StandardCharsets.UTF_8);
            digest.update(
                    ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
            digest.update(bytes);
        }
        ByteBuffer hash = ByteBuffer.wrap(digest.digest());
        long high = (hash.getLong() & ~0xF000L) | 0x8000L;
        long low = (hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}

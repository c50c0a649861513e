package be.quartier.bank;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * The reference that travels with one transfer from our file to the statement and back; at most 35 SEPA characters.
 *
 * <p>A pure function of campaign, merchant, run and attempt: a file made twice carries the same references, so that the bank can
 * refuse the double; only a deliberate new attempt after a rejection gets a new one.
 *
 * @param value the reference
 */
public record EndToEndId(String value) {

    private static final String CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /** Checks the form. @throws IllegalArgumentException when a bank would refuse it */
    public EndToEndId {
        if (!SepaText.isReference(value)) {
            throw new IllegalArgumentException("not a SEPA reference");
        }
    }

    /** The reference of one merchant's line: {@code Q}, 130 bits of the digest of all four, and the attempt in clear. */
    public static EndToEndId of(UUID campaign, UUID merchant, UUID run, int attempt) {
        if (attempt < 1 || attempt > 999) {
            throw new IllegalArgumentException("attempts are counted from 1 to 999");
        }
        var input = ByteBuffer.allocate(52);
        for (UUID id : new UUID[] {campaign, merchant, run}) {
            input.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
        }
        input.putInt(attempt);
        return new EndToEndId("Q" + base32(sha256(input.array())) + "-" + attempt);
    }

    /** A reference for a whole file or its payment block: {@code Q} and the run's id, 27 characters, and a suffix of at most 8. */
    public static String forRun(UUID run, String suffix) {
        byte[] id = ByteBuffer.allocate(17)
                .putLong(run.getMostSignificantBits())
                .putLong(run.getLeastSignificantBits())
                .array();
        return new EndToEndId("Q" + base32(id) + suffix).value();
    }

    private static String base32(byte[] bytes) {
        var text = new StringBuilder(26);
        for (int i = 0; i < 26; i++) {
            int bit = i * 5;
            int two = ((bytes[bit / 8] & 0xff) << 8) | (bit / 8 + 1 < bytes.length ? bytes[bit / 8 + 1] & 0xff : 0);
            text.append(CROCKFORD.charAt((two >> (11 - bit % 8)) & 31));
        }
        return text.toString();
    }

    private static byte[] sha256(byte[] input) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(input);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

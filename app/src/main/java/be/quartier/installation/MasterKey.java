package be.quartier.installation;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The installation's one secret, 32 random bytes, from which every other key is derived (HKDF-Expand with SHA-256, RFC
 * 5869). Never printed.
 */
public final class MasterKey {

    /** Length of the master key and of every derived key, in bytes. */
    public static final int BYTES = 32;

    private final byte[] key;

    /** @throws IllegalArgumentException unless the key has exactly {@link #BYTES} bytes */
    public MasterKey(byte[] key) {
        if (key.length != BYTES) {
            throw new IllegalArgumentException("a master key has " + BYTES + " bytes");
        }
        this.key = key.clone();
    }

    /** Reads a key written as base64, as in {@code secrets/master.key} or {@code QUARTIER_MASTER_KEY}. */
    public static MasterKey parse(String base64) {
        return new MasterKey(Base64.getDecoder().decode(base64.strip()));
    }

    /**
     * A 32-byte key for one purpose: the same purpose always gives the same key, and one key tells nothing of another.
     *
     * @param purpose a stable name such as {@code "voucher-token"}
     */
    public byte[] derive(String purpose) {
        byte[] info = purpose.getBytes(StandardCharsets.UTF_8);
        return hmac(
                key,
                ByteBuffer.allocate(info.length + 1).put(info).put((byte) 1).array());
    }

    /** A key for one purpose and one subject, such as a campaign. */
    public byte[] derive(String purpose, String subject) {
        return derive(purpose + '\u0000' + subject);
    }

    /** HMAC-SHA256, 32 bytes. */
    public static byte[] hmac(byte[] key, byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    /** The key as {@link #parse} reads it, for the data folder and its backup alone. */
    byte[] base64() {
        return Base64.getEncoder().encode(key);
    }

    @Override
    public String toString() {
        return "MasterKey[hidden]";
    }
}

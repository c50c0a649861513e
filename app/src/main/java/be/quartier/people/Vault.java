package be.quartier.people;

import be.quartier.installation.MasterKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;
import java.util.random.RandomGenerator;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keyed hashes to look things up by, and sealed text (AES-256-GCM) that only this installation's master key opens. A
 * stolen database without that key tells no address and opens no session.
 */
public final class Vault {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final MasterKey master;
    private final RandomGenerator random;

    /** @param random a cryptographically strong source */
    public Vault(MasterKey master, RandomGenerator random) {
        this.master = master;
        this.random = random;
    }

    /** 32 bytes that identify a text for one purpose and tell nothing of it without the master key. */
    public byte[] hash(String purpose, String text) {
        return MasterKey.hmac(master.derive(purpose), text.getBytes(StandardCharsets.UTF_8));
    }

    /** A new secret of 256 bits, written in 43 characters of base64url. */
    public String secret() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Seals a text for one purpose. */
    public byte[] seal(String purpose, String text) {
        return sealBytes(purpose, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Seals bytes, such as a file, for one purpose. */
    public byte[] sealBytes(String purpose, byte[] content) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = crypt(Cipher.ENCRYPT_MODE, purpose, nonce, content).orElseThrow();
        return ByteBuffer.allocate(nonce.length + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
    }

    /** Opens what {@link #seal} made for the same purpose; empty for anything else. */
    public Optional<String> open(String purpose, byte[] sealed) {
        return openBytes(purpose, sealed).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    /** Opens what {@link #sealBytes} made for the same purpose; empty for anything else. */
    public Optional<byte[]> openBytes(String purpose, byte[] sealed) {
        if (sealed.length < NONCE_BYTES + TAG_BITS / 8) {
            return Optional.empty();
        }
        byte[] nonce = new byte[NONCE_BYTES];
        byte[] rest = new byte[sealed.length - NONCE_BYTES];
        ByteBuffer.wrap(sealed).get(nonce).get(rest);
        return crypt(Cipher.DECRYPT_MODE, purpose, nonce, rest);
    }

    private Optional<byte[]> crypt(int mode, String purpose, byte[] nonce, byte[] content) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(master.derive(purpose), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            return Optional.of(cipher.doFinal(content));
        } catch (javax.crypto.AEADBadTagException notOurs) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-GCM", e);
        }
    }
}

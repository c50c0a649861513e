package be.quartier.ledger;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * Text signed with Ed25519 as C2SP signed-note: the text, an empty line, and one line per signature,
 * {@code — <name> <base64 of 4 bytes of key id and the signature>}.
 */
public final class SignedNote {

    private static final byte ED25519 = 1;
    private static final int KEY_ID_BYTES = 4;
    private static final int SPKI_PREFIX_BYTES = 12;

    private SignedNote() {}

    /** Who signs: a name without spaces or plus signs, and the key pair made from a secret seed of 32 bytes. */
    public static final class Signer {

        private final String name;
        private final PrivateKey secret;
        private final Verifier verifier;

        /** The same seed always gives the same keys. */
        public Signer(String name, byte[] seed) {
            if (seed.length != Merkle.HASH_BYTES) {
                throw new IllegalArgumentException("An Ed25519 seed has 32 bytes");
            }
            KeyPair pair = keyPair(seed);
            this.name = name;
            this.secret = pair.getPrivate();
            this.verifier = new Verifier(name, pair.getPublic());
        }

        /** The note: this text, which ends with a line feed, and its signature. */
        public String sign(String text) {
            if (!text.endsWith("\n")) {
                throw new IllegalArgumentException("A note's text ends with a line feed");
            }
            try {
                Signature signature = Signature.getInstance("Ed25519");
                signature.initSign(secret);
                signature.update(text.getBytes(StandardCharsets.UTF_8));
                byte[] signed = signature.sign();
                byte[] line = Arrays.copyOf(verifier.keyId(), KEY_ID_BYTES + signed.length);
                System.arraycopy(signed, 0, line, KEY_ID_BYTES, signed.length);
                return text + "\n— " + name + " " + Base64.getEncoder().encodeToString(line) + "\n";
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("Every Java platform since 15 has Ed25519", e);
            }
        }

        /** What others need to check this signer's notes. */
        public Verifier verifier() {
            return verifier;
        }

        // The JDK derives a public key only inside its generator, which takes the seed from the random source it is
        // given.
        private static KeyPair keyPair(byte[] seed) {
            try {
                KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
                generator.initialize(NamedParameterSpec.ED25519, new SeedAsRandom(seed));
                return generator.generateKeyPair();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("Every Java platform since 15 has Ed25519", e);
            }
        }
    }

    /**
     * Who signed: name and public key.
     *
     * @param name as in the signature line
     * @param key Ed25519
     */
    public record Verifier(String name, PublicKey key) {

        /** Checks that the name can stand in a signature line. */
        public Verifier {
            if (name.isEmpty() || name.contains("+") || name.chars().anyMatch(Character::isWhitespace)) {
                throw new IllegalArgumentException("A signer's name has no spaces and no plus sign: " + name);
            }
        }

        /** The text of a note, its last line feed included, when this verifier's signature is on it and right. */
        public Optional<String> open(String note) {
            int end = note.lastIndexOf("\n\n");
            if (end < 0) {
                return Optional.empty();
            }
            String text = note.substring(0, end + 1);
            String prefix = "— " + name + " ";
            return note.substring(end + 2)
                    .lines()
                    .filter(line -> line.startsWith(prefix))
                    .filter(line -> signs(text, line.substring(prefix.length())))
                    .findFirst()
                    .map(_ -> text);
        }

        private boolean signs(String text, String base64) {
            try {
                byte[] line = Base64.getDecoder().decode(base64);
                if (line.length <= KEY_ID_BYTES || !Arrays.equals(keyId(), Arrays.copyOf(line, KEY_ID_BYTES))) {
                    return false;
                }
                Signature signature = Signature.getInstance("Ed25519");
                signature.initVerify(key);
                signature.update(text.getBytes(StandardCharsets.UTF_8));
                return signature.verify(line, KEY_ID_BYTES, line.length - KEY_ID_BYTES);
            } catch (GeneralSecurityException | IllegalArgumentException e) {
                return false;
            }
        }

        private byte[] keyId() {
            MessageDigest digest = Merkle.sha256();
            digest.update(name.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) '\n');
            digest.update(ED25519);
            return Arrays.copyOf(digest.digest(rawKey()), KEY_ID_BYTES);
        }

        private byte[] rawKey() {
            byte[] encoded = key.getEncoded();
            return Arrays.copyOfRange(encoded, SPKI_PREFIX_BYTES, encoded.length);
        }

        /** The verifier key of signed-note: {@code <name>+<key id>+<base64 of the algorithm and the key>}. */
        @Override
        public String toString() {
            byte[] raw = rawKey();
            byte[] typed = new byte[raw.length + 1];
            typed[0] = ED25519;
            System.arraycopy(raw, 0, typed, 1, raw.length);
            return name + "+" + java.util.HexFormat.of().formatHex(keyId()) + "+"
                    + Base64.getEncoder().encodeToString(typed);
        }
    }

    /** Hands out one seed and nothing else. */
    private static final class SeedAsRandom extends SecureRandom {

        private final byte[] seed;

        SeedAsRandom(byte[] seed) {
            this.seed = seed.clone();
        }

        @Override
        public void nextBytes(byte[] bytes) {
            if (bytes.length != seed.length) {
                throw new IllegalStateException("The generator asked for " + bytes.length + " bytes");
            }
            System.arraycopy(seed, 0, bytes, 0, seed.length);
        }
    }
}

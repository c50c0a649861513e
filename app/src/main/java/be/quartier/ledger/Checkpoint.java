package be.quartier.ledger;

import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * The state of a log at one size, as C2SP tlog-checkpoint writes it: origin, size, root, one line each.
 *
 * @param origin name of the log
 * @param size leaves in the tree
 * @param root base64 of 32 bytes
 */
public record Checkpoint(String origin, long size, String root) {

    /** Checks the ranges. */
    public Checkpoint {
        if (origin.isBlank() || size < 0 || Base64.getDecoder().decode(root).length != Merkle.HASH_BYTES) {
            throw new IllegalArgumentException("Not a checkpoint: " + origin + ", " + size);
        }
    }

    /** The checkpoint of a log with this root hash. */
    public static Checkpoint of(String origin, long size, byte[] root) {
        return new Checkpoint(origin, size, Base64.getEncoder().encodeToString(root));
    }

    /** The checkpoint as a signed note. */
    public String signed(SignedNote.Signer signer) {
        return signer.sign(origin + "\n" + size + "\n" + root + "\n");
    }

    /** The checkpoint in a note, when this verifier signed it and it is well formed. */
    public static Optional<Checkpoint> open(String note, SignedNote.Verifier verifier) {
        return verifier.open(note).flatMap(text -> {
            List<String> lines = text.lines().toList();
            try {
                return lines.size() < 3
                        ? Optional.empty()
                        : Optional.of(new Checkpoint(lines.get(0), Long.parseLong(lines.get(1)), lines.get(2)));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        });
    }
}

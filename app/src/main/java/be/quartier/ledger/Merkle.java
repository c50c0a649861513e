package be.quartier.ledger;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/**
 * Merkle tree hashes and proofs of RFC 6962, section 2.1: SHA-256, a leaf prefixed with 0x00, a node with 0x01.
 *
 * <p>Invariant: a tree of n leaves is split at the largest power of two below n, so that complete subtrees never change
 * when leaves are appended.
 */
public final class Merkle {

    /** Bytes of every hash. */
    public static final int HASH_BYTES = 32;

    private Merkle() {}

    /** Hash of one leaf: SHA-256 of 0x00 and the entry. */
    public static byte[] leaf(byte[] entry) {
        MessageDigest digest = sha256();
        digest.update((byte) 0);
        return digest.digest(entry);
    }

    /** Hash of an inner node: SHA-256 of 0x01, the left and the right hash. */
    public static byte[] node(byte[] left, byte[] right) {
        MessageDigest digest = sha256();
        digest.update((byte) 1);
        digest.update(left);
        return digest.digest(right);
    }

    /** Root of the tree over these leaf hashes; that of no leaf is the hash of nothing. */
    public static byte[] root(List<byte[]> leaves) {
        return switch (leaves.size()) {
            case 0 -> sha256().digest();
            case 1 -> leaves.getFirst();
            default -> {
                int split = Integer.highestOneBit(leaves.size() - 1);
                yield node(root(leaves.subList(0, split)), root(leaves.subList(split, leaves.size())));
            }
        };
    }

    /** Hashes that lead from leaf {@code index} to the root, from the bottom up (the audit path of section 2.1.1). */
    public static List<byte[]> inclusionProof(int index, List<byte[]> leaves) {
        if (index < 0 || index >= leaves.size()) {
            throw new IllegalArgumentException("No leaf " + index + " in a tree of " + leaves.size());
        }
        List<byte[]> proof = new ArrayList<>();
        List<byte[]> tree = leaves;
        int position = index;
        while (tree.size() > 1) {
            int split = Integer.highestOneBit(tree.size() - 1);
            List<byte[]> left = tree.subList(0, split);
            List<byte[]> right = tree.subList(split, tree.size());
            boolean inLeft = position < split;
            proof.addFirst(root(inLeft ? right : left));
            tree = inLeft ? left : right;
            position = inLeft ? position : position - split;
        }
        return proof;
    }

    /** Hashes that show the first {@code older} leaves to be a beginning of the tree (section 2.1.2). */
    public static List<byte[]> consistencyProof(int older, List<byte[]> leaves) {
        if (older < 1 || older > leaves.size()) {
            throw new IllegalArgumentException("No tree of " + older + " inside one of " + leaves.size());
        }
        List<byte[]> proof = new ArrayList<>();
        subProof(older, leaves, true, proof);
        return proof;
    }

    private static void subProof(int older, List<byte[]> tree, boolean whole, List<byte[]> proof) {
        if (older == tree.size()) {
            if (!whole) {
                proof.add(root(tree));
            }
            return;
        }
        int split = Integer.highestOneBit(tree.size() - 1);
        List<byte[]> left = tree.subList(0, split);
        List<byte[]> right = tree.subList(split, tree.size());
        if (older <= split) {
            subProof(older, left, whole, proof);
            proof.add(root(right));
        } else {
            subProof(older - split, right, false, proof);
            proof.add(root(left));
        }
    }

    /** Whether the proof leads from this leaf hash to this root (RFC 9162, section 2.1.3.2). */
    public static boolean includes(byte[] root, long size, long index, byte[] leaf, List<byte[]> proof) {
        if (index < 0 || index >= size) {
            return false;
        }
        long node = index;
        long last = size - 1;
        byte[] hash = leaf;
        for (byte[] step : proof) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                hash = node(step, hash);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                hash = node(hash, step);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && MessageDigest.isEqual(hash, root);
    }

    /** Whether the proof shows the older tree to be a beginning of the newer one (RFC 9162, section 2.1.4.2). */
    public static boolean consistent(long older, byte[] olderRoot, long newer, byte[] newerRoot, List<byte[]> proof) {
        if (older < 1 || older > newer) {
            return false;
        }
        if (older == newer) {
            return proof.isEmpty() && MessageDigest.isEqual(olderRoot, newerRoot);
        }
        List<byte[]> path = new ArrayList<>(proof);
        if (Long.bitCount(older) == 1) {
            path.addFirst(olderRoot);
        }
        if (path.isEmpty()) {
            return false;
        }
        long node = older - 1;
        long last = newer - 1;
        while ((node & 1) == 1) {
            node >>= 1;
            last >>= 1;
        }
        byte[] first = path.getFirst();
        byte[] second = path.getFirst();
        for (byte[] step : path.subList(1, path.size())) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                first = node(step, first);
                second = node(step, second);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                second = node(second, step);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && MessageDigest.isEqual(first, olderRoot) && MessageDigest.isEqual(second, newerRoot);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}

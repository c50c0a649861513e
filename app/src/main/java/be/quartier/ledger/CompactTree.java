package be.quartier.ledger;

import java.util.ArrayDeque;
import java.util.Deque;

/** The roots of the complete subtrees of a growing Merkle tree: enough to know its root after each leaf. */
final class CompactTree {

    private final Deque<byte[]> roots = new ArrayDeque<>();
    private long size;

    void add(byte[] leaf) {
        byte[] hash = leaf;
        for (long rest = size; (rest & 1) == 1; rest >>= 1) {
            hash = Merkle.node(roots.removeLast(), hash);
        }
        roots.addLast(hash);
        size++;
    }

    /** The root over all leaves so far; there must be one. */
    byte[] root() {
        var fromTheRight = roots.descendingIterator();
        byte[] root = fromTheRight.next();
        while (fromTheRight.hasNext()) {
            root = Merkle.node(fromTheRight.next(), root);
        }
        return root;
    }
}

package be.quartier.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Roots and proofs (RFC 6962, section 2.1) of a log kept in tiles, at any size it ever had: one tile per level and step is read,
 * whatever the length of the log.
 */
final class TileProofs {

    private static final int TILE_HEIGHT = 8;

    private final MerkleLog.Tiles tiles;
    private final Map<List<Long>, List<byte[]>> read = new HashMap<>();

    TileProofs(MerkleLog.Tiles tiles) {
        this.tiles = tiles;
    }

    /** Root of the first leaves. */
    byte[] root(long size) {
        return size == 0 ? Merkle.root(List.of()) : root(0, size);
    }

    /** Hashes that lead from leaf {@code index} to the root of the first {@code size} leaves, from the bottom up. */
    List<byte[]> inclusion(long index, long size) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("No leaf " + index + " in a tree of " + size);
        }
        List<byte[]> proof = new ArrayList<>();
        long from = 0;
        long to = size;
        while (to - from > 1) {
            long middle = from + Long.highestOneBit(to - from - 1);
            boolean inLeft = index < middle;
            proof.addFirst(inLeft ? root(middle, to) : root(from, middle));
            from = inLeft ? from : middle;
            to = inLeft ? middle : to;
        }
        return proof;
    }

    /** Hashes that show the first {@code older} leaves to be a beginning of the first {@code newer}. */
    List<byte[]> consistency(long older, long newer) {
        if (older < 1 || older > newer) {
            throw new IllegalArgumentException("No tree of " + older + " inside one of " + newer);
        }
        List<byte[]> proof = new ArrayList<>();
        long from = 0;
        long to = newer;
        boolean whole = true;
        while (older < to) {
            long middle = from + Long.highestOneBit(to - from - 1);
            if (older <= middle) {
                proof.addFirst(root(middle, to));
                to = middle;
            } else {
                proof.addFirst(root(from, middle));
                from = middle;
                whole = false;
            }
        }
        if (!whole) {
            proof.addFirst(root(from, to));
        }
        return proof;
    }

    private byte[] root(long from, long to) {
        long width = to - from;
        if (Long.bitCount(width) == 1 && from % width == 0) {
            return complete(from, width);
        }
        long middle = from + Long.highestOneBit(width - 1);
        return Merkle.node(root(from, middle), root(middle, to));
    }

    /** A subtree of two to some power leaves lies inside one tile of its level. */
    private byte[] complete(long from, long width) {
        int height = Long.numberOfTrailingZeros(width);
        int level = height / TILE_HEIGHT;
        long first = from >> (level * TILE_HEIGHT);
        int at = (int) (first % TilePath.WIDTH);
        List<byte[]> tile = read.computeIfAbsent(
                List.of((long) level, first / TilePath.WIDTH),
                _ -> MerkleLog.hashes(tiles.read(level, first / TilePath.WIDTH)));
        int count = 1 << height % TILE_HEIGHT;
        if (at + count > tile.size()) {
            throw new IllegalStateException(
                    "Tile " + first / TilePath.WIDTH + " of level " + level + " holds " + tile.size() + " hashes");
        }
        return Merkle.root(tile.subList(at, at + count));
    }
}

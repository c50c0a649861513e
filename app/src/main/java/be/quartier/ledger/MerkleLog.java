package be.quartier.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A Merkle log kept in tiles of 256 hashes (C2SP tlog-tiles). Appending reads and writes only the tiles at the right edge:
 * one per level.
 *
 * <p>Invariant: tile n of level L + 1 holds the roots of the full tiles 256 n to 256 n + 255 of level L.
 */
public final class MerkleLog {

    /** Where tiles are kept. */
    public interface Tiles {

        /** Hashes of a tile, one after the other; empty when there is none yet. */
        byte[] read(int level, long index);
    }

    /** Takes the tiles to keep. */
    public interface Keep {

        /** A tile at this place and all its hashes, one after the other. */
        void tile(int level, long index, byte[] hashes);
    }

    private final Tiles tiles;
    private final Map<List<Long>, byte[]> changed = new LinkedHashMap<>();
    private final Map<List<Long>, byte[]> read = new HashMap<>();
    private long size;

    /** A log of this size whose tiles are kept there. */
    public MerkleLog(Tiles tiles, long size) {
        this.tiles = tiles;
        this.size = size;
    }

    /** Leaves in the log, the appended ones included. */
    public long size() {
        return size;
    }

    /** Appends leaf hashes; {@link #keep} then hands over the tiles to keep. */
    public void append(List<byte[]> leaves) {
        for (byte[] leaf : leaves) {
            add(0, size, leaf);
            size++;
        }
    }

    private void add(int level, long position, byte[] hash) {
        long index = position / TilePath.WIDTH;
        byte[] before = tile(level, index);
        if (before.length != position % TilePath.WIDTH * Merkle.HASH_BYTES) {
            throw new IllegalStateException("Tile " + index + " of level " + level + " holds "
                    + before.length / Merkle.HASH_BYTES + " hashes, not " + position % TilePath.WIDTH);
        }
        byte[] after = Arrays.copyOf(before, before.length + Merkle.HASH_BYTES);
        System.arraycopy(hash, 0, after, before.length, Merkle.HASH_BYTES);
        changed.put(List.of((long) level, index), after);
        if (after.length == TilePath.WIDTH * Merkle.HASH_BYTES) {
            add(level + 1, index, Merkle.root(hashes(after)));
        }
    }

    /** Hands over every tile that appending changed or made. */
    public void keep(Keep keep) {
        changed.forEach((place, hashes) -> keep.tile(
                Objects.requireNonNull(place.get(0)).intValue(), Objects.requireNonNull(place.get(1)), hashes));
    }

    /** Root of the whole log, read from the right edge of each level. */
    public byte[] root() {
        if (size == 0) {
            return Merkle.root(List.of());
        }
        byte[] right = {};
        int level = 0;
        for (long hashes = size; hashes > 0; hashes /= TilePath.WIDTH, level++) {
            int rest = (int) (hashes % TilePath.WIDTH);
            List<byte[]> edge = new ArrayList<>(
                    hashes(Arrays.copyOf(tile(level, hashes / TilePath.WIDTH), rest * Merkle.HASH_BYTES)));
            if (right.length > 0) {
                edge.add(right);
            }
            if (!edge.isEmpty()) {
                right = right.length > 0 ? edgeRoot(edge) : Merkle.root(edge);
            }
        }
        return right;
    }

    // The last hash stands for fewer leaves than the others, so that it always joins from the right.
    private static byte[] edgeRoot(List<byte[]> edge) {
        int full = edge.size() - 1;
        byte[] root = edge.getLast();
        int taken = 0;
        List<byte[]> parts = new ArrayList<>();
        while (taken < full) {
            int width = Integer.highestOneBit(full - taken);
            parts.add(Merkle.root(edge.subList(taken, taken + width)));
            taken += width;
        }
        for (byte[] part : parts.reversed()) {
            root = Merkle.node(part, root);
        }
        return root;
    }

    private byte[] tile(int level, long index) {
        List<Long> place = List.of((long) level, index);
        byte[] kept = changed.get(place);
        return kept != null ? kept : read.computeIfAbsent(place, _ -> tiles.read(level, index));
    }

    /** The single hashes of a tile. */
    static List<byte[]> hashes(byte[] tile) {
        List<byte[]> hashes = new ArrayList<>(tile.length / Merkle.HASH_BYTES);
        for (int at = 0; at < tile.length; at += Merkle.HASH_BYTES) {
            hashes.add(Arrays.copyOfRange(tile, at, at + Merkle.HASH_BYTES));
        }
        return hashes;
    }
}

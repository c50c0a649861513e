package be.quartier.ledger;

/**
 * Where a tile of the log is found, as C2SP tlog-tiles writes it: {@code tile/<level>/<index>[.p/<width>]}, the index in
 * groups of three digits, all but the last prefixed with {@code x}.
 *
 * @param level height of the tile's lowest hashes in units of 8 levels, 0 to 63
 * @param index position of the tile in its level
 * @param width hashes in the tile, 1 to 256; below 256 the tile is partial
 */
public record TilePath(int level, long index, int width) {

    /** Hashes in a full tile. */
    public static final int WIDTH = 256;

    private static final int LEVEL_MAX = 63;

    /** Checks the ranges. */
    public TilePath {
        if (level < 0 || level > LEVEL_MAX || index < 0 || width < 1 || width > WIDTH) {
            throw new IllegalArgumentException("No tile at level " + level + ", index " + index + ", width " + width);
        }
    }

    /** The path itself, for example {@code tile/0/x001/x234/067.p/5}. */
    @Override
    public String toString() {
        StringBuilder digits = new StringBuilder(group(index % 1000));
        for (long rest = index / 1000; rest > 0; rest /= 1000) {
            digits.insert(0, "x" + group(rest % 1000) + "/");
        }
        return "tile/" + level + "/" + digits + (width == WIDTH ? "" : ".p/" + width);
    }

    private static String group(long number) {
        return "%03d".formatted(number);
    }
}

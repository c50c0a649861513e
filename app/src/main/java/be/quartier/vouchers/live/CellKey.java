package be.quartier.vouchers.live;

import java.util.ArrayList;
import java.util.List;

/**
 * A place in a set of tables: one coordinate per dimension, {@link #ALL} where the table does not divide by it.
 *
 * @param at the coordinates, in the order of the dimensions
 */
public record CellKey(List<String> at) implements Comparable<CellKey> {

    /** The coordinate of a margin: everybody. */
    public static final String ALL = "";

    /** Stands between a part and the finer part within it, such as a week and its day. */
    public static final String WITHIN = "\u001f";

    /** Keeps its own copy. */
    public CellKey {
        at = List.copyOf(at);
    }

    /** The place with these coordinates. */
    public static CellKey of(String... at) {
        return new CellKey(List.of(at));
    }

    /** Whether the table of this place divides by {@code dimension}. */
    public boolean divides(int dimension) {
        return !at.get(dimension).equals(ALL);
    }

    /** Whether this place is within a larger part of {@code dimension}, such as a day within its week. */
    public boolean isWithin(int dimension) {
        return at.get(dimension).contains(WITHIN);
    }

    /** The margin above this place in {@code dimension}: the part that holds it (a day's week), or everybody. */
    public CellKey without(int dimension) {
        var margin = new ArrayList<>(at);
        var part = at.get(dimension);
        margin.set(dimension, part.substring(0, Math.max(part.lastIndexOf(WITHIN), 0)));
        return new CellKey(margin);
    }

    @Override
    public int compareTo(CellKey other) {
        return String.join("\0", at).compareTo(String.join("\0", other.at));
    }
}

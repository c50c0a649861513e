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

    /** The margin above this place: everybody in {@code dimension}. */
    public CellKey without(int dimension) {
        var margin = new ArrayList<>(at);
        margin.set(dimension, ALL);
        return new CellKey(margin);
    }

    @Override
    public int compareTo(CellKey other) {
        return String.join("\0", at).compareTo(String.join("\0", other.at));
    }
}

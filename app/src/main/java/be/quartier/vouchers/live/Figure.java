package be.quartier.vouchers.live;

/**
 * One cell of a table about people.
 *
 * @param key its place
 * @param people how many households stand behind it
 * @param cents what they spent together
 */
public record Figure(CellKey key, int people, long cents) {

    /** Refuses a cell with less than nobody. */
    public Figure {
        if (people < 0) {
            throw new IllegalArgumentException("households are counted from 0");
        }
    }
}

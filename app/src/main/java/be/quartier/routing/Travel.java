package be.quartier.routing;

/** Distances and driving times between all locations for one way of moving; a way back may differ from the way there. */
public final class Travel {

    private final int size;
    private final int[] metres;
    private final int[] seconds;
    private final int[] effort;

    private Travel(int size, int[] metres, int[] seconds, int[] effort) {
        this.size = size;
        this.metres = metres;
        this.seconds = seconds;
        this.effort = effort;
    }

    /**
     * Travel by two square tables of the same size, row = from, column = to; effort counts plain metres.
     *
     * @throws IllegalArgumentException for tables that are not square or hold less than 0 or more than 50,000,000: a place that
     *     cannot be reached is its caller's error, never a large distance
     */
    public static Travel of(int[][] metres, int[][] seconds) {
        return of(metres, seconds, metres);
    }

    /** The same with metres weighed by what climbing them costs, for {@link Weights#perKilogramKilometre()}. */
    public static Travel of(int[][] metres, int[][] seconds, int[][] effortMetres) {
        int size = metres.length;
        return new Travel(size, flat(metres, size), flat(seconds, size), flat(effortMetres, size));
    }

    private static int[] flat(int[][] table, int size) {
        int[] flat = new int[size * size];
        Limits.within("the number of rows", table.length, size, size);
        for (int row = 0; row < size; row++) {
            Limits.within("the number of columns", table[row].length, size, size);
            for (int column = 0; column < size; column++) {
                flat[row * size + column] = (int) Limits.within("a leg", table[row][column], 0, Limits.LEG);
            }
        }
        return flat;
    }

    /** The same ways at another pace: 1000 is unchanged, 1500 takes half as long again; rounded up. */
    public Travel atPace(int permille) {
        int[] slower = new int[seconds.length];
        for (int i = 0; i < slower.length; i++) {
            long time = (seconds[i] * (long) permille + 999) / 1000;
            slower[i] = (int) Limits.within("a leg", time, 0, Limits.LEG);
        }
        return new Travel(size, metres, slower, effort);
    }

    /** How many locations there are. */
    public int size() {
        return size;
    }

    /** Distance from one location to another. */
    public int metres(int from, int to) {
        return metres[from * size + to];
    }

    /** Driving time from one location to another. */
    public int seconds(int from, int to) {
        return seconds[from * size + to];
    }

    /** Metres weighed by their climb. */
    public int effortMetres(int from, int to) {
        return effort[from * size + to];
    }
}

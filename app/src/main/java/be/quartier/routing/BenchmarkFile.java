package be.quartier.routing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * An instance of the literature.
 *
 * @param name as the file says
 * @param problem distances and times in tenths by the DIMACS convention: ten times the Euclidean distance, truncated
 */
public record BenchmarkFile(String name, Problem problem) {

    /** A file that is not what it should be; the message is a sentence for its reader. */
    public static final class Unreadable extends Exception {

        private static final long serialVersionUID = 1L;

        Unreadable(String sentence) {
            super(sentence);
        }
    }

    /**
     * Reads a Solomon or Gehring-Homberger {@code .txt}, or a {@code .vrp} of type MTVRPTWR.
     *
     * @throws Unreadable when it is neither, naming the line where it stops to be
     * @throws IOException when the file cannot be read
     */
    public static BenchmarkFile read(Path file) throws IOException, Unreadable {
        String text;
        try {
            text = Files.readString(file);
        } catch (java.nio.charset.CharacterCodingException e) {
            throw new Unreadable(file + " is not a text.");
        }
        return parse(text);
    }

    /** The same from the text of a file. */
    public static BenchmarkFile parse(String text) throws Unreadable {
        try {
            return text.contains("NODE_COORD_SECTION") ? MultiTripText.parse(text) : SolomonText.parse(text);
        } catch (IllegalArgumentException e) {
            throw new Unreadable("The file is not a valid instance: " + e.getMessage() + ".");
        }
    }

    /** Tenths between points, truncated. */
    static Travel tenths(int[] x, int[] y) {
        int[][] table = new int[x.length][x.length];
        for (int a = 0; a < x.length; a++) {
            for (int b = 0; b < x.length; b++) {
                double dx = x[a] - x[b];
                double dy = y[a] - y[b];
                table[a][b] = (int) (10 * Math.sqrt(dx * dx + dy * dy));
            }
        }
        return Travel.of(table, table);
    }
}

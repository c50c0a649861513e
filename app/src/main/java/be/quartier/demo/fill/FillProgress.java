package be.quartier.demo.fill;

import java.util.ArrayList;
import java.util.List;

/** How far the filling is; read by the demonstration's first page. */
public final class FillProgress {

    private final List<Line> lines = new ArrayList<>();
    private int expected;
    private boolean failed;

    /** A part that was filled and how long it took. */
    public record Line(String step, String town, long milliseconds) {}

    /** What is to be seen of it at one moment. */
    public record Seen(int done, int expected, boolean failed, List<Line> lines) {

        /** Copies. */
        public Seen {
            lines = List.copyOf(lines);
        }

        /** Whether nothing is left to fill. */
        public boolean complete() {
            return done >= expected;
        }
    }

    synchronized void expect(int parts) {
        expected += parts;
    }

    synchronized void done(String step, String town, long milliseconds) {
        lines.add(new Line(step, town, milliseconds));
    }

    synchronized void fail() {
        failed = true;
    }

    /** How far it is now. */
    public synchronized Seen seen() {
        return new Seen(lines.size(), expected, failed, lines);
    }
}

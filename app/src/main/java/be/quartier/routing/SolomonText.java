package be.quartier.routing;

import be.quartier.routing.BenchmarkFile.Unreadable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Solomon's format: a name, the number and capacity of vehicles, one line for the depot and for each customer. */
final class SolomonText {

    private static final int COLUMNS = 7;

    private SolomonText() {}

    static BenchmarkFile parse(String text) throws Unreadable {
        String name = "";
        int[] fleet = {};
        List<int[]> rows = new ArrayList<>();
        int number = 0;
        for (String line : text.lines().map(String::strip).toList()) {
            number++;
            if (line.isEmpty()) {
                continue;
            }
            if (name.isEmpty()) {
                name = line;
                continue;
            }
            if (!Character.isDigit(line.charAt(0))) {
                continue;
            }
            int[] row = numbers(line, number);
            if (fleet.length == 0 && row.length == 2) {
                fleet = row;
            } else if (fleet.length == 2 && row.length == COLUMNS && row[0] == rows.size()) {
                rows.add(row);
            } else {
                throw new Unreadable("Line " + number + " is not customer " + rows.size() + " with its seven numbers: '"
                        + line + "'.");
            }
        }
        if (fleet.length == 0 || rows.size() < 2) {
            throw new Unreadable("The file is neither a Solomon instance nor a .vrp of type MTVRPTWR.");
        }
        return new BenchmarkFile(name, problem(fleet, rows));
    }

    static int[] numbers(String line, int number) throws Unreadable {
        String[] words = line.strip().split("\\s+", -1);
        int[] row = new int[words.length];
        for (int i = 0; i < row.length; i++) {
            try {
                row[i] = Integer.parseInt(words[i]);
            } catch (NumberFormatException e) {
                throw new Unreadable("Line " + number + " holds '" + words[i] + "' where a whole number should be.");
            }
        }
        return row;
    }

    private static Problem problem(int[] fleet, List<int[]> rows) {
        int[] x = rows.stream().mapToInt(row -> row[1]).toArray();
        int[] y = rows.stream().mapToInt(row -> row[2]).toArray();
        List<Stop> stops = new ArrayList<>();
        for (int i = 1; i < rows.size(); i++) {
            int[] row = rows.get(i);
            stops.add(Stop.at(i)
                    .bringing(new Load(row[3], 0))
                    .within(tenfold(row[4]), tenfold(row[5]))
                    .lasting(tenfold(row[6])));
        }
        int[] depot = rows.getFirst();
        Limits.within("the number of vehicles", fleet[0], 1, Limits.STOPS);
        Vehicle vehicle = Vehicle.carrying(new Load(fleet[1], 0));
        return new Problem(
                new Depot(0, new TimeWindow(tenfold(depot[4]), tenfold(depot[5])), 0),
                stops,
                Collections.nCopies(fleet[0], vehicle),
                List.of(BenchmarkFile.tenths(x, y)),
                Weights.DISTANCE);
    }

    static int tenfold(int value) {
        return (int) Limits.within("a number of the file", value, 0, Limits.TIME / 10) * 10;
    }
}
